"""Linked data is read by rdflib; every file and every version that it names is there, with the digest it names."""

import hashlib
import json
import pathlib
import re
import sys
import urllib.parse

import rdflib

BASE = "https://site.example/"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def parse(text, address):
    return rdflib.Graph().parse(data=text, format="json-ld", base=BASE + address)


def file_at(site, address):
    """The file of an address; with a base address in the settings, addresses are whole."""
    path = urllib.parse.urlsplit(str(address)).path.lstrip("/")
    return site / path


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def catalogue(site):
    graph = parse((site / "data/catalogue.jsonld").read_text("utf-8"), "data/catalogue.jsonld")
    files = list(graph.objects(None, DCAT.downloadURL))
    missing = [str(address) for address in files if not file_at(site, address).is_file()]
    assert files and not missing, f"not on the site: {missing}"
    datasets = set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))
    for version, before in graph.subject_objects(DCAT.previousVersion):
        assert {version, before} <= datasets, f"{version} follows {before}"
        of = set(graph.objects(version, DCAT.isVersionOf))
        assert of == set(graph.objects(before, DCAT.isVersionOf)) and len(of) == 1, f"{version} is of {of}"
    sums = 0
    for file, checksum in graph.subject_objects(SPDX.checksum):
        [address] = graph.objects(file, DCAT.downloadURL)
        [value] = graph.objects(checksum, SPDX.checksumValue)
        [size] = graph.objects(file, DCAT.byteSize)
        path = file_at(site, address)
        raw = str(value) if isinstance(value, rdflib.Literal) else ""
        assert raw.lower() == digest(path) and int(size) == path.stat().st_size, f"{path} is another"
        sums += 1
    assert sums, "no file has a digest"
    print(f"catalogue: {len(datasets)} datasets, {len(files)} files, {sums} digests")


def pages(site):
    # The context of schema.org lies elsewhere, and comes down to this.
    context = {"@vocab": str(SCHEMA), "contentUrl": {"@id": str(SCHEMA.contentUrl), "@type": "@id"}}
    found = files = 0
    for page in sorted(site.glob("measures/*/index.html")):
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.S)
        if not scripts:
            continue
        [script] = scripts
        data = json.loads(script)
        data["@context"] = context
        graph = parse(json.dumps(data), f"measures/{page.parent.name}/")
        assert len(list(graph.subjects(rdflib.RDF.type, SCHEMA.Dataset))) == 1, page
        for file, address in graph.subject_objects(SCHEMA.contentUrl):
            [value] = graph.objects(file, SCHEMA.sha256)
            assert str(value) == digest(file_at(site, address)), f"{address} is another"
            files += 1
        found += 1
    assert found and files, "no page has linked data"
    print(f"pages: {found} datasets, {files} files with their digests")


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    catalogue(root)
    pages(root)
