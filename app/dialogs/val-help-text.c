/* val-help-text.c: what the help says
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-help-window.h"

#include "val-i18n.h"

/* Short and real: what it is, how to do it, what to watch out for. */
const ValHelpPage val_help_pages[] = {
  { "today",
    N_ ("Today"),
    {
        N_ ("Today shows what is waiting for you: sessions that are due or late, promises on both "
            "sides, people who have not been thanked for a while, notes to follow up and goals "
            "that fall due. Each line can be dealt with by one key: Enter opens it, Space ticks it "
            "off, t thanks, n writes a note."),
        N_ ("Press Ctrl+N anywhere to write something down: a few letters of the name, the text, "
            "Ctrl+Enter. It takes less than ten seconds and needs no mouse. What you are typing is "
            "kept even if the computer stops; what was saved can be taken back with Undo."),
    } },
  { "notes",
    N_ ("Notes and thanks"),
    {
        N_ ("A note needs a person and a text, nothing else. It can be praise, something to "
            "improve, an observation, what the agent said, or the review of a complaint; it can be "
            "linked to a skill, and it can remind you to follow it up."),
        N_ ("The text of a note may be read by the person one day. What is for you alone has its "
            "own field with a lock; it is never printed on a session sheet or given to the person "
            "with a report."),
        N_ ("Thanks are records too: what for, how, given or promised. The program shows how long "
            "ago each person was thanked, and how thanks are spread over the team. It can write "
            "the e-mail for you, or print a card with space for your handwriting."),
    } },
  { "mentoring",
    N_ ("Mentoring sessions"),
    {
        N_ ("Open a session from Today, from Mentoring or from the person’s page. On one side is "
            "what you both know: open agreements, goals, and what changed since last time. On the "
            "other you write what is said now, in the agent’s own words, and tick that you said it "
            "back and that it was confirmed."),
        N_ ("An agreement says who does what by when. Until it is ticked, it is put on the agenda "
            "of every following session by itself. The date of the next session is proposed from "
            "the rhythm you wish for; you can change it."),
        N_ ("The rhythm is set for the centre, a team or one person, with an amber and a red limit. "
            "Days are counted from the last session that really took place."),
        N_ ("A session can be printed (Ctrl+P) or saved as a sheet in the agent’s language, with the "
            "shared part only, or saved for your calendar as an .ics file."),
    } },
  { "search",
    N_ ("Search"),
    {
        N_ ("Press Ctrl+Shift+F and type: everything written is searched at once, notes, thanks, "
            "sessions, agreements, goals and remarks. Accents and capitals do not matter, and the "
            "last word may be unfinished."),
        N_ ("Ctrl+F does the same, but on a page with a search of its own, such as People and "
            "Skills, it searches what is listed there."),
    } },
  { "planning",
    N_ ("Planning"),
    {
        N_ ("Planning says how many contacts will come, judging by those that came: drop the "
            "export of your telephone system or help desk on the window. Two weeks of contacts "
            "are enough for a forecast of each interval, weekday by weekday, with the holidays of "
            "your country. In eight of ten cases the contacts stay within the band."),
        N_ ("Below the picture you see how good the forecast is: it was tried on weeks it had not "
            "seen, against simply repeating the week before. Keep a forecast under a name, and "
            "later you see what came of it; a forecast from another system can be imported and is "
            "judged in the same way."),
        N_ ("Staffing works out by Erlang C how many agents each interval of the chosen day needs, "
            "and what one more or one fewer would do. Change the numbers below it; they are kept. "
            "Handle times near the length of an interval make the figures look too good."),
        N_ ("Mentoring takes time from the queue: the third tab says how much, how many people "
            "that is and what it does to the service level."),
    } },
  { "readiness",
    N_ ("Readiness"),
    {
        N_ ("Readiness answers one question: are your people ready? For each person it is the "
            "weighted mean of the latest score in every skill that their role requires, from 0 to "
            "10. A skill that was never assessed does not count as 0; it lowers the share of "
            "skills assessed, which is always shown."),
        N_ ("The bars show how many people stand at each level. Click a bar, or move to it with "
            "the arrow keys and press Enter, to see who they are."),
        N_ ("The groups below say what each group needs most to reach its targets, how many hours "
            "of training that takes and how many weeks. Hours per level belong to the skill; hours "
            "per person and week are set in Preferences."),
        N_ ("“Most needed” names the people without whom a critical skill falls below the number "
            "of people you want to have at its target."),
        N_ ("Choose a day to see the picture as it was then, and compare it with another day to see "
            "who rose and who fell. Copy the answer as text, save it as a picture, or make the "
            "report as PDF."),
    } },
  { "performance",
    N_ ("Performance"),
    {
        N_ ("Import the export of your telephone system or help desk: one line per contact is "
            "enough. The scorecard of the month is there at once: each indicator with its value, "
            "its score from 0 at the floor to 10 at the target, and the weighted index. Move "
            "over the table with the arrow keys; s sorts by the column, Enter opens the person."),
        N_ ("Beside every value you see how many cases it was made of, and the limits within which "
            "it lies with 95 percent certainty. Nobody is ranked on too few cases: below the "
            "minimum of an indicator there is no place, and the program says why."),
        N_ ("Move a weight and see at once who changes place, and how firm the order is. Nothing "
            "is stored until you keep the weights from a day on, with the reason; months before "
            "that day keep the weights they had."),
        N_ ("The pivot shows any indicator by any two of agent, team, topic, channel, weekday, "
            "hour, day, week and month. An empty cell means that there was no contact, a dash that "
            "nobody knows. Enter on a cell lists its contacts; copy or export what you see."),
        N_ ("The list of indicators says how each is measured, who decided it and why, and how its "
            "floor, target and weight have changed. Values that no contact knows, such as a "
            "quality score, are entered by person and month or imported."),
        N_ ("Agents shows the names that the telephone system uses, and whom each was matched to."),
    } },
  { "import",
    N_ ("Import"),
    {
        N_ ("Drop a table on the window, or choose Import in the menu. CSV files with any "
            "separator and in the usual encodings are recognised, as are Excel workbooks and the "
            "sheet in them that holds the table; what was recognised is shown, and you can correct "
            "it."),
        N_ ("A table of scores has either one score a row (person, skill, level, perhaps a date), "
            "or one person a row and one skill a column. A table of people has names or numbers, "
            "perhaps team, role and dates. People, teams and skills that are not there yet are "
            "added on the way."),
        N_ ("A table of contacts comes from the telephone system or the help desk: one contact a "
            "row, with its start and what else is known of it: agent, channel, topic, answered, "
            "waiting and handle time, satisfaction. If the program does not recognise an agent, "
            "say who it is; that is remembered for the next file."),
        N_ ("A table of values has agent, indicator and value in each row, or one column for each "
            "indicator. A table that counts contacts by day or by interval is imported as forecast "
            "and actual contacts. You are asked before anything that would count twice is imported "
            "again."),
        N_ ("Say on which scale the levels are written: 0 to 10, 1 to 5, 0 to 100, or letters from "
            "A to E. A value outside the scale is an error of that row, never a guess."),
        N_ ("Before anything is stored you see what each row will become, and every bad row with "
            "the reason. You decide whether to skip bad rows or to mend the file first. One import "
            "is one step: Undo takes all of it back."),
    } },
  { "matrix",
    N_ ("Skill matrix"),
    {
        N_ ("The matrix shows people as rows and skills as columns. Fill it like a sheet: arrow keys "
            "move, a digit sets the level, 1 and then 0 makes 10. Each score is stored at once with "
            "today’s date, as your assessment."),
        N_ ("Press n for “not applicable”: the skill is then not required of that person. Delete "
            "removes today’s score. Earlier scores are never overwritten; the history of a cell "
            "shows them all."),
        N_ ("A small corner mark means that the score is older than a year, a dashed frame that "
            "only the person’s own assessment is there."),
        N_ ("Blocks can be copied to a spreadsheet and pasted from one."),
    } },
  { "backups",
    N_ ("Backups and undo"),
    {
        N_ ("What the screen has shown as saved is on the disk. Every change can be taken back "
            "with Undo, even after the program has been closed."),
        N_ ("Backups are made and checked automatically: daily, weekly and monthly ones, and one "
            "before each import. They lie in a folder beside the file. You can make one of your "
            "own wherever you like."),
        N_ ("To go back, choose Restore a Backup in the menu. The present file is put aside, not "
            "deleted, and you are told where."),
        N_ ("If a file is damaged, Valmius says so, changes nothing, and offers the newest good "
            "backup or to save what can still be read."),
    } },
  { "privacy",
    N_ ("Privacy"),
    {
        N_ ("Everything stays in one file on this computer, readable by you only. Nothing is ever "
            "sent anywhere by itself."),
        N_ ("Hide names before you show the screen to others: people are then called Agent 1, "
            "Agent 2 and so on, on every page, in copied answers, pictures and the readiness report. "
            "Reports that are about people are not made until you show names again."),
        N_ ("Write about people only what they may read one day. They can ask for everything that "
            "is held about them: “Export all about this person” in the menu of the person’s page "
            "writes it into files. The report as PDF beside it has the shared part only."),
    } },
};
const guint val_n_help_pages = G_N_ELEMENTS (val_help_pages);
