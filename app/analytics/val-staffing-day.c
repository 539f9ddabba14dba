/* val-staffing-day.c: how many agents each interval of a day needs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every interval is taken by itself (stationary, independent, period by period: L. V. Green,
 * P. J. Kolesar and W. Whitt, 2007), as all staffing tables of contact centres do. Where handle
 * times come near to the length of an interval, the queue of one reaches into the next and the
 * figures flatter.
 */
#include "val-staffing-day.h"

#include <math.h>

static void
staff_slot (const ValStaffingPlan *plan, double contacts, ValStaffingSlot *slot)
{
  const ValStaffingWork work = { contacts, plan->interval, plan->handle_time };

  *slot = (ValStaffingSlot){ .contacts = contacts };
  slot->load = val_staffing_load (&work);
  slot->agents = val_staffing_agents (&work, &plan->target);
  if (slot->agents <= 0)
    return;
  slot->agents = MAX (0, slot->agents + plan->more);
  slot->rostered = val_staffing_rostered (slot->agents, plan->shrinkage);
  slot->known
      = val_staffing_queue (&work, slot->agents, plan->target.seconds, &slot->result);
}

static void
add_slot (const ValStaffingSlot *slot, guint index, ValStaffingDay *day)
{
  day->n_staffed++;
  day->contacts += slot->contacts;
  if (slot->agents > day->peak
      || (slot->agents == day->peak && slot->contacts > day->peak_contacts))
    {
      day->peak = slot->agents;
      day->peak_slot = index;
      day->peak_contacts = slot->contacts;
    }
  day->peak_rostered = MAX (day->peak_rostered, slot->rostered);
  day->agent_hours += MAX (slot->agents, 0);
  day->rostered_hours += slot->rostered;
  day->occupancy += slot->load;
  day->known = day->known && slot->known;
  if (slot->known)
    {
      day->service_level += slot->contacts * slot->result.service_level;
      day->asa += slot->contacts * slot->result.asa;
    }
}

/**
 * val_staffing_day:
 * @plan: how the day is staffed
 * @contacts: (array length=n_slots): forecast of each interval; below 0 or NaN counts as 0
 * @n_slots: intervals
 * @ret_slots: (out caller-allocates) (array length=n_slots): each interval
 * @ret_day: (out): the sums
 *
 * Any thread.
 */
void
val_staffing_day (const ValStaffingPlan *plan, const double *contacts, guint n_slots,
                  ValStaffingSlot *ret_slots, ValStaffingDay *ret_day)
{
  double hours = plan->interval / 3600;
  ValStaffingDay day = { .known = TRUE };

  for (guint i = 0; i < n_slots; i++)
    {
      staff_slot (plan, contacts[i] > 0 ? contacts[i] : 0, &ret_slots[i]);
      if (ret_slots[i].agents != 0 || ret_slots[i].contacts > 0)
        add_slot (&ret_slots[i], i, &day);
    }
  day.known = day.known && day.contacts > 0;
  if (day.known)
    {
      day.service_level /= day.contacts;
      day.asa /= day.contacts;
      day.occupancy /= day.agent_hours;
    }
  day.agent_hours *= hours;
  day.rostered_hours *= hours;
  *ret_day = day;
}
