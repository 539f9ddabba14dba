/* val-contacts.h: contacts with customers, as they are stored and as columns in memory
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-record.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_LABEL_AGENT = 0,
  VAL_LABEL_CHANNEL = 1,
  VAL_LABEL_TOPIC = 2,
} ValLabelKind;

#define VAL_N_LABEL_KINDS 3

/**
 * ValContactLabel: an agent, channel or topic as the other system writes it. Kept in the dataset.
 * record.person_id: the person an agent was matched to, or 0.
 */
typedef struct
{
  ValRecord record;
  int kind; /* ValLabelKind */
  char *name;
} ValContactLabel;

typedef enum
{
  VAL_CONTACT_ANSWERED = 1 << 0,
  VAL_CONTACT_ANSWERED_KNOWN = 1 << 1,
  VAL_CONTACT_RESOLVED = 1 << 2,
  VAL_CONTACT_RESOLVED_KNOWN = 1 << 3,
  VAL_CONTACT_DIFFICULT = 1 << 4,
  VAL_CONTACT_DIFFICULT_KNOWN = 1 << 5,
} ValContactFlags;

/* Why a contact was difficult. */
typedef enum
{
  VAL_DIFFICULT_OTHER = 0,
  VAL_DIFFICULT_NO_QUICK_CONTACT = 1,
  VAL_DIFFICULT_UNPLEASANT = 2,
  VAL_DIFFICULT_CLAIM_REFUSED = 3,
} ValDifficultReason;

#define VAL_CONTACT_NO_SECOND (-1)

/**
 * ValContact: one contact, as a row of a bulk.
 * Labels are ids of ValContactLabel, provisional ones in an edit; 0: none.
 */
typedef struct
{
  gint32 agent;
  gint32 channel;
  gint32 topic;
  gint32 second; /* after midnight of the centre's clock, or VAL_CONTACT_NO_SECOND */
  gint32 wait;   /* seconds, or -1: not known */
  gint32 talk;   /* seconds, or -1 */
  guint32 reference; /* place of its number in the bulk's texts; 0: none */
  guint16 day;
  guint16 satisfaction; /* thousandths, 1000 ... 5000; 0: not known */
  guint8 flags;  /* ValContactFlags */
  guint8 reason; /* ValDifficultReason */
} ValContact;

/**
 * ValContactColumns: contacts column by column; all columns have @n values.
 * @id: keys in the store, rising
 * @minute: after midnight, or VAL_EVENT_NO_MINUTE
 * Others as in ValContact.
 */
typedef struct
{
  guint n;
  gint32 *id;
  guint16 *day;
  guint16 *minute;
  gint32 *agent;
  gint32 *channel;
  gint32 *topic;
  gint32 *wait;
  gint32 *talk;
  guint16 *satisfaction;
  guint8 *flags;
  guint8 *reason;
} ValContactColumns;

/* Room for @n values in each column; @columns->n stays 0. */
void val_contact_columns_alloc (ValContactColumns *columns, guint n);
void val_contact_columns_clear (ValContactColumns *columns);

/**
 * ValContacts: all contacts that count, as chunks of columns. Immutable and atomically
 * reference-counted; a later one shares the chunks that did not change. Chunks come in the order
 * of import; within a chunk rows have the order of the file.
 */
typedef struct _ValContacts ValContacts;

/* Rows of one chunk at most. */
#define VAL_CONTACTS_CHUNK 65536

/* @columns: arrays made by g_malloc (), taken over. */
typedef struct _ValContactChunk ValContactChunk;
ValContactChunk *val_contact_chunk_new (const ValContactColumns *columns);
ValContactChunk *val_contact_chunk_ref (ValContactChunk *self);
void val_contact_chunk_unref (ValContactChunk *self);

/* @chunks: (transfer full) (element-type ValContactChunk), free function set. */
ValContacts *val_contacts_new (GPtrArray *chunks);
ValContacts *val_contacts_new_from_rows (const ValContact *rows, guint n, gint32 first_id);
ValContacts *val_contacts_ref (ValContacts *self);
void val_contacts_unref (ValContacts *self);
guint64 val_contacts_n (const ValContacts *self);
guint val_contacts_n_chunks (const ValContacts *self);
ValContactChunk *val_contacts_chunk (const ValContacts *self, guint index); /* transfer none */
const ValContactColumns *val_contacts_columns (const ValContacts *self, guint chunk);
/* First and last day; VAL_DAY_NONE when there is none. */
void val_contacts_get_days (const ValContacts *self, ValDay *ret_first, ValDay *ret_last);

/**
 * ValContactDetail: one contact to be shown, read from the file by its key.
 */
typedef struct
{
  gint64 id;
  ValContact contact; /* reference: 0 */
  char *reference;    /* "" none */
} ValContactDetail;

void val_contact_detail_free (ValContactDetail *self);

const char *val_label_kind_to_key (int kind);
const char *val_difficult_reason_get_label (int reason);
const char *val_difficult_reason_to_key (int reason);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValContactColumns, val_contact_columns_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValContacts, val_contacts_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValContactDetail, val_contact_detail_free)

G_END_DECLS

#include "val-contact-rows.h"
