/* test-fuzz-import.c: the import fed with seeds that are bent a little, for a few seconds
 *
 * Works with every compiler; see fuzz-bend.h.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-bend.h"
#include "fuzz-import.h"

static const ValFuzzSeed seeds[] = {
  { "\1agent,skill,level,date,assessor,remark\nAnna Nowak,Empathy,7,2026-01-02,self,\"a \"\"b\"\"\nc\"\n", 0 },
  { "\x15number;given;family;skill;level\r\n1;Anna;Nowak;Empathy;3,5\r\n;;;;\r\n2;Jan;;Tools;n/a\r\n", 0 },
  { "\x41number,given,family,team,role,email,start,leave\n1,A,B,North,Agent,a@b.c,1.2.2020,3/4/2021\n", 0 },
  { "\2Team\tEmpathy\tTools\tCalm\nAnna\t5\t\t12\nJan\t-\tn/a\t7\n", 0 },
  { "\x91" "agent,skill,level\nA,B,76 %\nC,D,1.234,5\n", 0 },
  { "\xb1" "agent|skill|level\nA|B|C\nD|E|F\n", 0 },
  { "\x80Imi\xea i nazwisko;Umiej\xeatno\x9c\xe6;Poziom\n\xa3ukasz \xaf\xf3\xb3w;S\xb3uchanie;7\n", 0 },
  { "\xc0\xef\xbb\xbfname,email\nA B,x@y.z\n", 0 },
  { "\3sep=;\na;b;c\n\"open;1;2\n", 0 },
  { "\4'a','b'\n'c,d','e''f'\n", 0 },
  { "\5\xff\xfe" "a\0,\0b\0\n\0", 11 },
  { "\6PK\3\4", 0 },
  { "\7%PDF-1.4\n", 0 },
  { "\1id,agent,start,channel,topic,answered,wait,talk,satisfaction\n1,Anna,2026-01-02T09:12:58+02:00,x,y,yes,12,0:02:23,4\n", 0 },
  { "\1Numer;Konsultant;Data;Godzina;Czas rozmowy (min);Trudny\n1;Ola;5.3.2026;14.07;2,5;tak\n;;;;;\n", 0 },
  { "\1" "1266833911|c.1|9000|NONE|ENTERQUEUE||x\n1266833912|c.1|9000|SIP/17-000000a1|CONNECT|1|x\n"
    "1266833915|c.1|9000|SIP/17-000000a1|COMPLETEAGENT|1|3|1\n", 0 },
  { "\2agent,indicator,value,date,n\nAnna,quality,\"87,5 %\",2026-03,40\nAnna,Handle time,2:23,,\n", 0 },
  { "\2Agent,Quality score,Satisfaction\nAnna,88,4\nJan,,5\n", 0 },
  { "\3date,time,queue,forecast,actual,aht,service level\n1/2/26,08:00-08:15,A,1.5,2,90,80%\n1/2/26,08:00-08:15,B,1,2,,0.5\n", 0 },
  { "\x41" "agent,date,kind,text\nAnna,2026-01-02,praise,Good\n", 0 },
  { "\10\"", 0 },
  { "\11\r\r\n\n\r", 0 },
};

static const char *const pieces[] = {
  "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "'", " ", "agent", "skill", "level", "date",
  "n/a", "-1", "99999999999999999999", "2026-02-30", "31.12.2026", "1/2/3", "0", "10", "\xc2\xa0",
  "\xff", "\xc3", "\xf0\x9f\x98\x80", "%", "nazwisko", "ονοματεπώνυμο", "taso", ",,,,,,,,", "sep=,\n",
  "9:12", "2:23", "14.07", "yes", "nie", "1266833911", "|ENTERQUEUE|", "wait", "answered", "value",
  "forecast", "calls", "-08:15", "Z", "+02:00", "AM", "2m 3s",
};

static void
test_import (void)
{
  val_fuzz_run (seeds, G_N_ELEMENTS (seeds), pieces, G_N_ELEMENTS (pieces), 6000, val_fuzz_import);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/import", test_import);
  return g_test_run ();
}
