"""Archives in an object store that speaks S3 over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest
from processes import wait_for
from pyarrow import parquet
from small_archives import content, read

from communique.corpus import archive
from communique.corpus.attached import attached
from communique.corpus.importing import take_in
from communique.corpus.place import Place
from communique.corpus.plan import wanted
from communique.errors import CommuniqueError, StoreError
from communique.kinds.registry import encode
from communique.ledger import Ledger
from s3_server import MISSING, Keys, Store, keys, s3_server

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"a store needs {', '.join(MISSING)}: pip install 'communique[dev]'"
)
BUCKET = "press"
ANYONE = ("anyone", "anything")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with s3_server() as running:
        running.client().create_bucket(Bucket=BUCKET)
        yield running


@pytest.fixture(scope="module")
def local(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of `lines` in two archives, one of each kind."""
    folder = tmp_path_factory.mktemp("both") / "in"
    folder.mkdir()
    rows = lines.read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "one.jsonl").write_text("".join(rows[:80]), encoding="utf-8")
    table = pa.Table.from_pylist([json.loads(row) for row in rows[80:]])
    parquet.write_table(table, folder / "two.parquet", row_group_size=30)
    return folder


@pytest.fixture(scope="module")
def there(store: Store, local: Path) -> str:
    for path in local.iterdir():
        store.client().upload_file(str(path), BUCKET, f"in/{path.name}")
    return store.address(f"{BUCKET}/in/")


@pytest.fixture(scope="module")
def here(local: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What reading the archives from the disk to the disk gives."""
    out = tmp_path_factory.mktemp("here") / "read"
    done = run("corpus", "read", str(local), "-o", str(out), *SMALL)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def out(store: Store, there: str) -> str:
    """What reading them from the store to the store gives."""
    address = store.address(f"{BUCKET}/out/")
    done = run("corpus", "read", there, "-o", address, *SMALL)
    assert done.returncode == 0, done.stderr
    assert "170 documents read" in done.stderr
    return address


SMALL = ("--workers", "2", "--shard-mb", "0.01")


def run(*args: str, given: Keys | None = ANYONE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "communique", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=keys(given))


def be(given: Keys | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process have these keys, or none."""
    environment = keys(given)
    for name in {name for name in os.environ if name.startswith("AWS_")} - set(environment):
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


def objects(folder: Path) -> dict[str, bytes]:
    """The files of an archive without the manifest."""
    return {name: data for name, data in content(folder).items() if name != "plan.json"}


def held(store: Store, prefix: str) -> dict[str, bytes]:
    """The objects under a name, without the manifest."""
    client = store.client()
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
    names = [item["Key"] for page in pages for item in page.get("Contents", ())]
    return {
        name.removeprefix(prefix): client.get_object(Bucket=BUCKET, Key=name)["Body"].read()
        for name in names
        if not name.endswith("plan.json")
    }


def test_an_archive_read_in_a_store_is_that_of_the_disk_and_is_read_once(
    store: Store, there: str, out: str, here: Path
) -> None:
    assert held(store, "out/") == objects(here)
    client = store.client()
    times = {item["Key"]: item["LastModified"] for item in client.list_objects_v2(Bucket=BUCKET)["Contents"]}
    again = run("corpus", "read", there, "-o", out, *SMALL)
    assert again.returncode == 0, again.stderr
    after = {item["Key"]: item["LastModified"] for item in client.list_objects_v2(Bucket=BUCKET)["Contents"]}
    assert after == times
    assert not client.list_multipart_uploads(Bucket=BUCKET).get("Uploads")


def test_an_archive_in_a_store_is_asked_and_imported(
    out: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = run("corpus", "ask", out, "--pair", "Japan", "PHL", "--format", "jsonl")
    assert len(asked.stdout.splitlines()) > 3, asked.stderr
    be(ANYONE, monkeypatch)
    place = Place.of(out)
    with attached(place) as there, attached(Place.of(here)) as known:
        for question in ({"pair": ("JPN", "PHL")}, {"kind": "meeting"}, {"person": "marcos"}):
            assert [encode(item.record) for item in there.records(**question)] == [
                encode(item.record) for item in known.records(**question)
            ]
        assert there.counts() == known.counts()
    with Ledger.open(tmp_path / "press.duckdb") as opened:
        added, left = take_in(place, opened)
    assert (added.new_documents, left) == (170, 0)
    plan = wanted(place)
    standing = archive.standing(plan, archive.finished(plan, place), place)
    assert (standing.documents, standing.whole, standing.folder) == (170, True, f"s3://{BUCKET}/out/")


def test_a_run_that_is_killed_is_gone_on_with(store: Store, there: str, here: Path) -> None:
    out = store.address(f"{BUCKET}/killed/")
    command = [sys.executable, "-m", "communique", "corpus", "read", there, "-o", out, *SMALL]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=keys(ANYONE))
    end = time.monotonic() + 60
    while len(store.client().list_objects_v2(Bucket=BUCKET, Prefix="killed/done/").get("Contents", ())) < 2:
        assert time.monotonic() < end
        time.sleep(0.02)
    running.kill()
    running.wait()
    before = len(held(store, "killed/done/"))
    again = run("corpus", "read", there, "-o", out, *SMALL)
    assert again.returncode == 0, again.stderr
    assert before >= 2
    assert held(store, "killed/") == objects(here)


def test_what_is_begun_and_fails_is_not_put(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    be(ANYONE, monkeypatch)
    file = Place.of(store.address(f"{BUCKET}/half/")).at("part")
    with suppress(ZeroDivisionError), file.replaced() as stream:
        stream.write(b"half")
        raise ZeroDivisionError
    assert file.size() is None
    file.write(b"whole" * 10_000_000)
    assert (file.size(), file.read()[:10]) == (50_000_000, b"wholewhole")


def test_what_a_store_refuses_is_told_with_address_and_cure(
    store: Store, there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    to, reader = store.address(f"{BUCKET}/refused/"), store.user("reader", "s3:Get*", "s3:List*")

    def refuses(given: str, out: str, who: Keys | None, *said: str) -> None:
        be(who, monkeypatch)
        with pytest.raises(CommuniqueError) as caught:
            read(given, out)
        assert all(part in str(caught.value) for part in said), str(caught.value)

    inside, file, lost = f"s3://{BUCKET}/in/", store.address(f"{BUCKET}/in/one.jsonl"), "http://127.0.0.1:9"
    refuses(
        store.address(f"{BUCKET}/in/", lost), to, ANYONE, inside, "cannot be reached", "?endpoint_override="
    )
    refuses(store.address("none/in/"), to, ANYONE, "s3://none/in/: there is no bucket 'none'; check its name")
    refuses(store.address(f"{BUCKET}/none"), to, ANYONE, f"s3://{BUCKET}/none: no such file or folder; check")
    refuses(
        there,
        store.address("none/out/"),
        ANYONE,
        "s3://none/out/plan.json: there is no such bucket",
        "make it",
    )
    with store.guarded():
        refuses(
            there,
            to,
            reader,
            f"s3://{BUCKET}/refused/plan.json: the store does not allow writing",
            "s3:PutObject",
        )
        refuses(
            file, to, None, f"{inside}one.jsonl: the store does not allow reading", "AWS_SECRET_ACCESS_KEY"
        )
        be(("AKIAUNKNOWN", "secret"), monkeypatch)
        with pytest.raises(StoreError, match="does not take these credentials") as caught:
            Place.of(there).files()
        assert "; check AWS_ACCESS_KEY_ID" in str(caught.value)
    assert not held(store, "refused/")


def test_a_store_that_fails_meanwhile_is_no_damage(local: Path, here: Path, tmp_path: Path) -> None:
    with s3_server() as failing:
        client = failing.client()
        client.create_bucket(Bucket=BUCKET)
        for path in local.iterdir():
            client.upload_file(str(path), BUCKET, f"in/{path.name}")
        address, out = failing.address(f"{BUCKET}/in/"), str(tmp_path / "read")
        command = [sys.executable, "-m", "communique", "corpus", "read", address, "-o", out, *SMALL]
        running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=keys(ANYONE))
        wait_for(tmp_path / "read/done", 2)
    said = running.communicate(timeout=120)[1]
    assert running.returncode == 1
    assert "the store cannot be reached" in said
    assert not any(data for name, data in objects(tmp_path / "read").items() if b'"damaged"' in data)
    assert len(objects(tmp_path / "read")) < len(objects(here))


def test_keys_in_an_address_are_not_shown() -> None:
    place = Place.of("s3://AKIAKEY:secret@press/in?region=eu-west-1&endpoint_override=http://127.0.0.1:9")
    assert place.at("a").shown == "s3://press/in/a"
    with pytest.raises(CommuniqueError) as caught:
        Place.of("s3://AKIAKEY:secret@press/in?endpoint=x")
    assert "secret" not in str(caught.value)
    assert "'endpoint'" in str(caught.value)
