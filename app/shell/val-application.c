/* val-application.c: the application
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-application.h"

#include "val-config.h"

struct _ValApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ValApplication, val_application, ADW_TYPE_APPLICATION)

static void
val_application_class_init (ValApplicationClass *klass)
{
}

static void
val_application_init (ValApplication *self)
{
}

ValApplication *
val_application_new (void)
{
  return g_object_new (VAL_TYPE_APPLICATION, "application-id", VAL_APP_ID, "resource-base-path",
                       VAL_RESOURCE_PATH, NULL);
}
