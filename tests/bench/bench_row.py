"""One line of the table that ./dev bench ends with; val-times.h has the same for C.

Copyright 2026 Valmius developers
SPDX-License-Identifier: GPL-3.0-or-later
"""


def say(row, what, figure, unit, sense, goal, detail):
    """row: of the goals, 'B1'; unit: '' for a ratio; sense: '<=' or '>='."""
    met = figure <= goal if sense == '<=' else figure >= goal
    print(f'# {row} {what}: {figure:.2f} {unit or "x"}, goal {sense} {goal:.2f}: '
          f'{"met" if met else "MISSED"} ({detail})', flush=True)
