/* val-export-private.h: what both forms of export share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

/* What is exported: everything, or what concerns one person. */
typedef struct
{
  ValDataset *dataset;
  GPtrArray *assessments; /* of ValAssessment */
  GPtrArray *records;     /* of ValRecord; nullable */
  gint64 person_id;       /* 0: everybody */
} ValExport;

gboolean val_export_has_person (const ValExport *self, const ValPerson *person);
gboolean val_export_has_team (const ValExport *self, const ValTeam *team);
gboolean val_export_has_role (const ValExport *self, gint64 role_id);
gboolean val_export_has_skill (const ValExport *self, gint64 skill_id);
gboolean val_export_has_assessment (const ValExport *self, const ValAssessment *assessment);
const ValPerson *val_export_person (const ValExport *self, gint64 id);
const char *val_export_team_name (const ValExport *self, gint64 id);
const char *val_export_role_name (const ValExport *self, gint64 id);
const char *val_export_skill_name (const ValExport *self, gint64 id);
void val_export_append_milli (GString *out, gint32 milli);
void val_export_append_json_string (GString *out, const char *text);

/* val-export-records.c */
const char *val_export_list_name (ValRecordType type);
void val_export_append_records (GString *out, const ValExport *what);
char *val_export_records_csv (const ValExport *what, ValRecordType type);

G_END_DECLS
