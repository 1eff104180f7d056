"""The Parquet files and the database hold the cells of the CSV files, in the eyes of pandas, DuckDB and SQLite."""

import datetime
import pathlib
import sqlite3
import sys

import duckdb
import pandas
import pyarrow.parquet
from cells import written

TABLES = ("figures", "sources", "measures")


def shown(value):
    """A value of a table as the CSV file shows it; a number is shown by the column beside it."""
    if value is None or value is pandas.NA or value != value:
        return ""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    return value


def compare(name, rows, read):
    assert len(rows) == len(read), f"{name}: {len(rows)} rows, {len(read)} read"
    cells = 0
    for row, other in zip(rows, read):
        numbers = {column.removesuffix("_decimal") for column in other if column.endswith("_decimal")}
        assert set(other) == set(row) | {f"{column}_decimal" for column in numbers}, f"{name}: {list(other)}"
        for column, cell in row.items():
            value = shown(other[column])
            if column in numbers:
                exact = shown(other[f"{column}_decimal"])
                assert exact == cell and (cell == "") == (value == ""), f"{name}: {column} is {cell!r}, not {exact!r}"
                assert cell == "" or float(cell) == float(value), f"{name}: {column} is {cell!r}, not {value!r}"
            else:
                assert value == cell, f"{name}: {column} is {cell!r}, not {value!r}"
            cells += 1
    return cells


def check(site):
    data = site / "data"
    database = sqlite3.connect(f"file:{data / 'record.sqlite'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    facts = dict(database.execute("SELECT what, words FROM about").fetchall())
    assert facts["citation"] and facts["units"] and facts["publisher"], facts
    counted = {"pandas": 0, "DuckDB": 0, "SQLite": 0}
    for table in TABLES:
        rows, path = written(data / f"{table}.csv"), data / f"{table}.parquet"
        stated = pyarrow.parquet.read_schema(path).metadata
        assert stated[b"onrecord:citation"].decode() == facts["citation"], stated
        read = pandas.read_parquet(path).astype(object)
        counted["pandas"] += compare(path, rows, read.to_dict("records"))
        answer = duckdb.sql(f"SELECT * FROM '{path}'")
        read = [dict(zip(answer.columns, row)) for row in answer.fetchall()]
        counted["DuckDB"] += compare(path, rows, read)
        read = [dict(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY rowid")]
        counted["SQLite"] += compare(f"{table} in SQLite", rows, read)
    orphans = "SELECT count(*) FROM figures LEFT JOIN sources USING (source) WHERE sources.source IS NULL"
    assert database.execute(orphans).fetchone()[0] == 0
    assert all(cells > 1000 for cells in counted.values()), counted
    for reader, cells in counted.items():
        print(f"{len(TABLES)} tables in {reader}: {cells} cells as they were written")


if __name__ == "__main__":
    check(pathlib.Path(sys.argv[1]))
