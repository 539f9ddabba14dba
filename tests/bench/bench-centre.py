"""A big centre for the benches of the window: 5,000 people, a million scores, 100,000 notes, and a
million contacts; of the first person 3,000 notes besides.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later

Read by other benches.
BENCH_SHARE: a percentage of scores, notes and contacts, for a quick look
"""
import os
import random
import subprocess

PEOPLE = 5000
SKILLS = 60
NOTES = 100_000
NOTES_OF_THE_FIRST = 3000
CONTACTS = 1_000_000
GIVEN = ('Anna', 'Łukasz', 'Άννα', 'Päivi', 'Jan', 'Żaneta', 'Matti')
FAMILY = ('Nowak', 'Lopez', 'Virtanen', 'Kowalska', 'Ioannou')
WORDS = ('customer order return invoice calm patient listened promised called back explained '
         'delivery refund delay system manager colleague evening morning phone chat mail closed '
         'opened asked thanked complaint solved address parcel code agreed next week helped').split()


def name(i):
    return f'{GIVEN[i % 7]} {FAMILY[i // 7 % 5]}{i // 35}'


def date(day):
    """Of 700 days."""
    return f'{2024 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}'


def write_people(out):
    out.write('name,number,team,role,start\n')
    for i in range(PEOPLE):
        out.write(f'{name(i)},{10000 + i},Team {i % 40},Role {i % 6},2021-01-04\n')


def write_scores(out, share):
    chance = random.Random(7)
    out.write('agent,date,skill,level\n')
    for i in range(PEOPLE):
        for j in range(SKILLS):
            for k in range(3 + ((i + j) % 3 == 0)):
                if share == 1 or chance.random() < share:
                    out.write(f'{10000 + i},{2022 + k}-{1 + i % 12:02d}-{1 + j % 28:02d},Skill {j},'
                              f'{chance.randrange(11)}\n')


def write_notes(out, share):
    chance = random.Random(8)
    out.write('agent,date,kind,text\n')
    for i in range(int(NOTES * share) + NOTES_OF_THE_FIRST):
        person = 10000 + (i % PEOPLE if i >= NOTES_OF_THE_FIRST else 0)
        words = ' '.join(chance.choice(WORDS) + (str(chance.randrange(5000)) if k % 4 == 0 else '')
                         for k in range(chance.randrange(8, 45)))
        out.write(f'{person},{date(i * 7919 % 690)},,{words}\n')


def write_contacts(out, share):
    chance = random.Random(9)
    out.write('id,agent,date,time,channel,topic,answered,resolved,wait,talk,satisfaction\n')
    for i in range(int(CONTACTS * share)):
        answered = chance.random() < .85
        out.write(f'C{i},{name(chance.randrange(PEOPLE))},{date(int(i * 690 // (CONTACTS * share)))},'
                  f'{8 + chance.randrange(12):02d}:{chance.randrange(60):02d}:00,'
                  f'{("Phone", "Chat", "E-mail")[chance.randrange(3)]},Topic {chance.randrange(12)},'
                  + (f'Y,{"YN"[chance.random() < .2]},{chance.randrange(300)},'
                     f'{chance.randrange(30, 900)},{chance.randrange(1, 6)}\n' if answered
                     else f'N,,{chance.randrange(300)},,\n'))


def make(cli, path, what=('people', 'assessments', 'notes', 'contacts')):
    share = float(os.environ.get('BENCH_SHARE', 100)) / 100
    writers = {'people': write_people, 'assessments': lambda out: write_scores(out, share),
               'notes': lambda out: write_notes(out, share),
               'contacts': lambda out: write_contacts(out, share)}
    subprocess.run([cli, '--database', path, 'init'], stdout=subprocess.DEVNULL, check=True)
    for kind in what:
        rows = path + '.csv'
        with open(rows, 'w', encoding='utf-8') as out:
            writers[kind](out)
        subprocess.run([cli, '--database', path, 'import', rows, '--as', kind],
                       stdout=subprocess.DEVNULL, check=True)
        os.unlink(rows)
