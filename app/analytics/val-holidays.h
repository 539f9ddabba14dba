/* val-holidays.h: public holidays of Poland, Greece and Finland
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-day.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_COUNTRY_NONE, /* no holidays are known */
  VAL_COUNTRY_POLAND,
  VAL_COUNTRY_GREECE,
  VAL_COUNTRY_FINLAND,
} ValCountry;

#define VAL_N_COUNTRIES 4

/* Years that are known. */
#define VAL_HOLIDAYS_FIRST_YEAR 2000
#define VAL_HOLIDAYS_LAST_YEAR 2100
/* No country has more in a year. */
#define VAL_MAX_HOLIDAYS 20

/**
 * ValHoliday: a day on which a contact centre is closed or works as on no other day.
 * @day: the day
 * @name: its English name, to be translated by the caller with _()
 */
typedef struct
{
  ValDay day;
  const char *name;
} ValHoliday;

ValDay val_easter_western (int year);
ValDay val_easter_orthodox (int year);
guint val_holidays_of_year (ValCountry country, int year, ValHoliday ret_holidays[VAL_MAX_HOLIDAYS]);
const char *val_holiday_on (ValCountry country, ValDay day);
const char *val_country_code (ValCountry country);
ValCountry val_country_from_code (const char *code);

G_END_DECLS
