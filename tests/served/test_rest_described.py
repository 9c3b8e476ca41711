"""The API does what its OpenAPI document says, whatever it is asked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from live import serving

CONFIG = Path(__file__).with_name("schemathesis.toml")
EXAMPLES = "3"


def test_schemathesis_finds_nothing(place: Path, tmp_path: Path) -> None:
    with serving(place) as address:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("st")),
                f"--config-file={CONFIG}",
                "run",
                f"{address}/api/v1/openapi.json",
                "--checks=all",
                f"--max-examples={EXAMPLES}",
                "--generation-deterministic",
                "--no-color",
            ],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=400,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-6000:]
    tested = re.search(r"Tested: (\d+)", done.stdout)
    assert tested
    assert int(tested.group(1)) >= 30


def test_every_operation_is_described(api: TestClient) -> None:
    document = api.get("/openapi.json").json()
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    assert len(operations) >= 30
    for operation in operations:
        assert operation["summary"]
        assert operation["description"]
        assert all(parameter["description"] for parameter in operation.get("parameters", []))
        statuses = set(operation["responses"])
        assert statuses & {"200", "201"}
        assert {"404", "422", "500"} <= statuses


def test_every_reference_leads_to_a_schema(api: TestClient) -> None:
    document = api.get("/openapi.json").json()
    held = document["components"]["schemas"]
    assert {name for name in _references(document) if name not in held} == set()
    assert {"Meeting", "Commitment", "Problem", "Event", "Brief"} <= set(held)


def _references(value: Any) -> set[str]:
    if isinstance(value, dict):
        here = {value["$ref"].rpartition("/")[2]} if isinstance(value.get("$ref"), str) else set()
        return here.union(*map(_references, value.values()))
    return set().union(*map(_references, value)) if isinstance(value, list) else set()
