"""Every CSV file is as its two descriptions say, in the eyes of csvw and of frictionless, cell by cell."""

import csv
import datetime
import decimal
import pathlib
import sys

import csvw
import frictionless


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def same(cell, read):
    """A cell of the file, and what a reader made of it."""
    if read is None or read == []:
        return cell == ""
    if isinstance(read, list):
        return cell == ";".join(read)
    if isinstance(read, decimal.Decimal):
        return decimal.Decimal(cell) == read
    if isinstance(read, datetime.date):
        return cell == read.isoformat()
    return cell == read


def compare(path, read):
    written = rows(path)
    assert len(written) == len(read), f"{path}: {len(written)} rows, {len(read)} read"
    cells = 0
    for row, other in zip(written, read):
        assert list(row) == list(other), f"{path}: the columns are {list(other)}"
        for name, cell in row.items():
            assert same(cell, other[name]), f"{path}: {name} is {cell!r}, read as {other[name]!r}"
            cells += 1
    return cells


def with_csvw(metadata):
    opened = csvw.CSVW(str(metadata), validate=True)
    assert opened.is_valid, f"{metadata}: {opened.warnings}"
    [table] = opened.tables
    return compare(metadata.parent / str(table.url), list(table))


def with_frictionless(descriptor):
    report = frictionless.validate(descriptor.name, basepath=str(descriptor.parent))
    assert report.valid, f"{descriptor}: {report.flatten(['rowNumber', 'fieldName', 'message'])}"
    package = frictionless.Package(descriptor.name, basepath=str(descriptor.parent))
    return sum(
        compare(descriptor.parent / resource.path, [dict(row) for row in resource.read_rows()])
        for resource in package.resources
    )


def check(site, ending, read):
    files = sorted(site.glob(f"**/*{ending}"))
    cells = sum(read(path) for path in files)
    assert len(files) > 1 and cells > 1000, f"only {len(files)} files of {ending}, with {cells} cells"
    print(f"{len(files)} files of {ending}: {cells} cells as they were written")


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    check(root, "csv-metadata.json", with_csvw)
    check(root, "datapackage.json", with_frictionless)
