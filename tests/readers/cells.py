"""What the CSV files hold, for holding other files against it."""

import csv
import pathlib

GUARDS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def unguarded(cell):
    """A text without the sign that keeps a spreadsheet from running it."""
    text = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and text.startswith(GUARDS) else cell


def written(path: pathlib.Path):
    """The rows of a CSV file, each as a map from column to cell."""
    with open(path, newline="", encoding="utf-8") as file:
        return [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def same(cell: str, read) -> bool:
    """A cell of the file, and what a reader made of it: no number may differ in any digit that it prints."""
    if read is None or read == "":
        return cell == ""
    if isinstance(read, (int, float)):
        return cell != "" and float(cell) == float(read)
    return cell == str(read)
