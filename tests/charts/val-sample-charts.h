/* val-sample-charts.h: one of each chart, with names in a given language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"

G_BEGIN_DECLS

typedef ValChart *(*ValSampleFunc) (int language);

typedef struct
{
  const char *name;
  ValSampleFunc make;
} ValSample;

enum
{
  VAL_SAMPLE_ENGLISH,
  VAL_SAMPLE_POLISH,
  VAL_SAMPLE_GREEK,
  VAL_SAMPLE_FINNISH,
  VAL_SAMPLE_N_LANGUAGES
};

extern const ValSample val_samples[];
extern const guint val_n_samples;

PangoContext *val_sample_context (double size);

G_END_DECLS
