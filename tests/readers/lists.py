"""The lists for programs are what their schema says, and everything they name is there and says the same."""

import json
import pathlib
import sys

import jsonschema
from cells import written


def walk(site, index, name):
    """Every entry of a list, from its first part to its last."""
    path, parts = index["lists"][name][0], []
    while path:
        parts.append(path)
        part = json.loads((site / path).read_text(encoding="utf-8"))
        yield from part["items"]
        path = part["next"]
    assert parts == index["lists"][name], f"{name}: {parts}"


def check(site):
    folder = site / "api" / "v1"
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = [path for path in sorted(folder.glob("*.json")) if path.name != "schema.json"]
    for path in files:
        wrong = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        assert not wrong, f"{path}: {wrong[0].message}"
        assert path.stat().st_size < 1_000_000, f"{path} is larger than a megabyte"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    # Without a key that it needs, a file is none of these.
    assert list(validator.iter_errors({key: value for key, value in index.items() if key != "edition"}))
    figures = {row["figure"]: row for row in written(site / "data" / "figures.csv")}
    entries = {name: list(walk(site, index, name)) for name in index["lists"]}
    compared = 0
    for name, items in entries.items():
        assert len(items) == index["counts"][name], name
        for item in items:
            assert (site / item["page"] / "index.html").is_file(), item["page"]
    for measure in entries["measures"]:
        assert (site / measure["data"]).is_file(), measure["data"]
        headline = measure["headline"]
        if headline:
            row = figures[headline["id"]]
            for key in ("reported", "value", "lower", "upper", "status", "standing", "as_of", "period", "source"):
                assert (headline[key] or "") == row[key], f"{headline['id']}: {key} is {headline[key]}, not {row[key]}"
                compared += 1
            assert (site / headline["cite"]).is_file(), headline["cite"]
    total = sum(len(items) for items in entries.values())
    print(f"lists for programs: {len(files)} files, {total} entries, {compared} values as in the CSV file")


check(pathlib.Path(sys.argv[1]))
