"""Every workbook holds the cells of the CSV file beside it, in the eyes of openpyxl and of LibreOffice."""

import csv
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
from cells import same, written

# Cells in quotation marks where they are texts, as they are held and not as they are shown, a file for each sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"


def held(sheets, path):
    """Compares the sheet of figures with the CSV file. `sheets` maps a name to rows of cells."""
    columns = rows(sheets["Columns"], "Sheet")
    names = {row["Column"]: row["Name in CSV"] for row in columns if row["Sheet"] == "Figures"}
    read = [{names[title]: cell for title, cell in row.items()} for row in rows(sheets["Figures"], "Figure")]
    csv_rows = written(path)
    assert len(read) == len(csv_rows), f"{path}: {len(csv_rows)} rows, {len(read)} read"
    cells = 0
    for row, other in zip(csv_rows, read):
        for name, cell in row.items():
            assert same(cell, other.get(name)), f"{path}: {name} is {cell!r}, read as {other.get(name)!r}"
            cells += 1
    return cells


def rows(sheet, first):
    """The table of a sheet, under the header that starts with a word."""
    [start] = [at for at, row in enumerate(sheet) if row and row[0] == first]
    return [dict(zip(sheet[start], row)) for row in sheet[start + 1 :]]


def with_openpyxl(path):
    book = openpyxl.load_workbook(path)
    assert book.properties.title and book.properties.creator, path
    tables = [name for sheet in book for name in sheet.tables]
    assert len(tables) == len(set(tables)) == len(book.sheetnames) - 1, f"{path}: {tables}"
    for sheet in book:
        assert not sheet.merged_cells.ranges and sheet.sheet_state == "visible", path
        assert all(cell.data_type != "f" for row in sheet for cell in row), path
        for table in sheet.tables.values():
            assert table.autoFilter is None, path
            [last] = [table.ref.split(":")[1]]
            assert last == f"{openpyxl.utils.get_column_letter(sheet.max_column)}{sheet.max_row}", (path, table.ref)
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book}


def with_libreoffice(paths):
    """The sheets of many workbooks, opened by one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", AS_CSV, "--outdir", f"{folder}/out"]
        subprocess.run([*command, *map(str, paths)], check=True, stdout=subprocess.DEVNULL, timeout=300)
        for path in paths:
            sheets = {}
            for file in pathlib.Path(folder, "out").glob(f"{path.stem}-*.csv"):
                with open(file, newline="", encoding="utf-8") as lines:
                    sheets[file.stem.removeprefix(f"{path.stem}-")] = list(csv.reader(lines))
            yield path, sheets


def number(cell, name):
    """LibreOffice writes numbers with fifteen digits at most."""
    return float(cell) if name and cell else cell


def check(site):
    folder = site / "data/measures"
    xlsx, ods = sorted(folder.glob("*.xlsx")), sorted(folder.glob("*.ods"))
    assert len(xlsx) > 1 and len(xlsx) == len(ods), f"{len(xlsx)} and {len(ods)} workbooks"
    cells = sum(held(with_openpyxl(path), path.with_suffix(".csv")) for path in xlsx)
    assert cells > 500, cells
    print(f"{len(xlsx)} XLSX files in openpyxl: {cells} cells as they were written")
    for kind, paths in (("ODS", ods), ("XLSX", xlsx)):
        cells = 0
        for path, sheets in with_libreoffice(paths):
            numbers = {"Value", "Lower", "Upper", "Lower loosest", "Upper loosest"}
            start = next(at for at, row in enumerate(sheets["Figures"]) if row and row[0] == "Figure")
            header = sheets["Figures"][start]
            sheets["Figures"] = sheets["Figures"][: start + 1] + [
                [number(cell, title in numbers) for title, cell in zip(header, row)]
                for row in sheets["Figures"][start + 1 :]
            ]
            cells += held(sheets, path.with_suffix(".csv"))
        assert cells > 500, cells
        print(f"{len(paths)} {kind} files in LibreOffice: {cells} cells as they were written")


if __name__ == "__main__":
    check(pathlib.Path(sys.argv[1]))
