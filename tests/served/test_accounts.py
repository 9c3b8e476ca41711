"""Who may do what: roles against routes, on both stores; tokens, sessions, and the log of changes."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from examples_served import PREFIX, fill, served
from fastapi.testclient import TestClient

from command_line import Run
from communique.errors import HeldError, LedgerError, RequestError, RetractedError, UnknownError
from communique.ledger import Ledger
from communique.ledger.accounts import ROLES
from postgres_server import Server

NOW = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)
PASSWORD = "a long secret of ours"
READING = {
    "text": "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo.",
    "lang": "en",
}


@pytest.fixture(params=["duckdb", "postgresql"])
def store(request: pytest.FixtureRequest, few: Path, tmp_path: Path) -> Iterator[Path | str]:
    """A ledger with some texts, on each store in turn."""
    if request.param == "duckdb":
        path = tmp_path / "ledger.duckdb"
        shutil.copy(few, path)
        yield path
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.database()
    with Ledger.open(server.url(name)) as ledger:
        fill(ledger, "*-nigeria-*.txt")
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def tokens(store: Path | str) -> dict[str, str]:
    """A token for each role, of an account named as the role."""
    with Ledger.open(store) as ledger:
        for role in ROLES:
            ledger.add_account(role, role, PASSWORD, NOW)
        return {role: ledger.add_token(role, "tests", NOW, None)[0] for role in ROLES}


@pytest.fixture
def client(store: Path | str, tokens: dict[str, str]) -> Iterator[TestClient]:
    app = served(store)
    with TestClient(app, base_url="http://testserver", raise_server_exceptions=False) as opened:
        yield opened


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def operations(client: TestClient) -> list[tuple[str, str, str | None]]:
    document = client.get(f"{PREFIX}/openapi.json").json()
    return [
        (method.upper(), path, operation.get("x-role"))
        for path, told in document["paths"].items()
        for method, operation in told.items()
    ]


def asked(client: TestClient, method: str, path: str, token: str | None) -> int:
    address = PREFIX + re.sub(r"\{pair\}", "CHN-NGA", re.sub(r"\{(id|format)\}", "none", path))
    query = {"/events": "?pair=CHN,NGA", "/people": "?country=KEN", "/who": "?office=president&country=KEN",
             "/calendar": "?country=KEN"}.get(path, "")  # fmt: skip
    body: dict[str, Any] = {"json": READING if path == "/read" else {}} if method == "POST" else {}
    return client.request(method, address + query, headers=bearer(token) if token else {}, **body).status_code


def test_each_route_is_for_its_role_and_those_above(client: TestClient, tokens: dict[str, str]) -> None:
    known = operations(client)
    assert [path for _, path, role in known if role is None] == ["/health"]
    assert {role for _, _, role in known} == {None, "read", "review", "admin"}
    for method, path, role in known:
        assert asked(client, method, path, None) == (200 if role is None else 401), path
        assert asked(client, method, path, "t-0.none") == (200 if role is None else 401), path
        for held, token in tokens.items():
            status = asked(client, method, path, token)
            may = role is None or ROLES.index(role) <= ROLES.index(held)
            assert (status not in (401, 403)) is may, (method, path, held, status)


def test_keeping_needs_more_than_reading(client: TestClient, tokens: dict[str, str]) -> None:
    address = f"{PREFIX}/read?keep=true"
    assert client.post(address, json=READING, headers=bearer(tokens["read"])).status_code == 403
    kept = client.post(address, json=READING, headers=bearer(tokens["contribute"]))
    assert kept.status_code == 200
    assert kept.json()["kept"]["new_documents"] == 1


def test_what_is_changed_is_logged_under_the_account(client: TestClient, tokens: dict[str, str]) -> None:
    record = client.get(f"{PREFIX}/records?limit=1", headers=bearer(tokens["read"])).json()["items"][0]["id"]
    said = {"record": record, "outcome": "confirmed", "reason": "seen", "author": "somebody else"}
    made = client.post(f"{PREFIX}/corrections", json=said, headers=bearer(tokens["review"])).json()
    correction = made["corrections"][0]
    assert correction["author"] == "review"
    wrong = said | {"record": "r-none"}
    assert (
        client.post(f"{PREFIX}/corrections", json=wrong, headers=bearer(tokens["review"])).status_code == 404
    )
    back = client.delete(f"{PREFIX}/corrections/{correction['id']}", headers=bearer(tokens["admin"]))
    assert back.json()["retracted_by"] == "admin"
    again = client.delete(f"{PREFIX}/corrections/{correction['id']}", headers=bearer(tokens["admin"]))
    assert again.status_code == 409
    log = client.get(f"{PREFIX}/audit?limit=1", headers=bearer(tokens["admin"])).json()
    rest = client.get(
        f"{PREFIX}/audit", params={"cursor": log["next"]}, headers=bearer(tokens["admin"])
    ).json()
    entries = [(item["who"], item["action"], item["target"]) for item in (*log["items"], *rest["items"])]
    assert entries == [("admin", "take back", correction["id"]), ("review", "confirmed", record)]


def test_people_log_in_and_out(client: TestClient) -> None:
    away = client.get("/records?kind=visit", follow_redirects=False)
    assert (away.status_code, away.headers["location"]) == (303, "/login?to=%2Frecords%3Fkind%3Dvisit")
    assert client.get("/static/page.css").status_code == 200

    def sent(name: str, password: str, back: str = "/") -> Any:
        page = client.get("/login").text
        form = dict(re.findall(r'name="(token)" value="([0-9a-f]+)"', page))
        return client.post(
            "/login", data={**form, "name": name, "password": password, "back": back}, follow_redirects=False
        )

    assert sent("review", "wrong").status_code == 401
    assert sent("nobody", PASSWORD).status_code == 401
    assert client.post("/login", data={"name": "review", "password": PASSWORD}).status_code == 403
    inside = sent("review", PASSWORD, "//evil.example/")
    assert (inside.status_code, inside.headers["location"]) == (303, "/")
    cookie = next(c for c in inside.headers.get_list("set-cookie") if c.startswith("communique_session"))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert 'href="/login">Account' in client.get("/records?kind=visit").text
    assert "You are logged in as review." in client.get("/login").text
    assert client.get(f"{PREFIX}/records?limit=1").status_code == 200
    assert client.get(f"{PREFIX}/audit").status_code == 403
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert client.delete(f"{PREFIX}/corrections/c-0", headers=elsewhere).status_code == 403
    form = dict(re.findall(r'name="(token)" value="([0-9a-f]+)"', client.get("/login").text))
    session = client.cookies["communique_session"]
    assert client.post("/logout", data=form, follow_redirects=False).status_code == 303
    client.cookies.set("communique_session", session)
    assert client.get(f"{PREFIX}/records?limit=1").status_code == 401
    assert "You are logged in" not in client.get("/login").text


def test_forms_need_the_role_of_their_action(client: TestClient, tokens: dict[str, str]) -> None:
    form = {"action": "accept", "token": "0" * 32}
    for role, token in tokens.items():
        said = client.post("/record/r-none", data=form, headers=bearer(token))
        added = client.post("/upload", data={"text": "x"}, headers=bearer(token))
        assert ("needs the role" in said.text) is (role in ("read", "contribute"))
        assert ("needs the role" in added.text) is (role == "read")
        assert said.status_code == added.status_code == 403


def test_passwords_cannot_be_tried_in_numbers(client: TestClient) -> None:
    form = dict(re.findall(r'name="(token)" value="([0-9a-f]+)"', client.get("/login").text))
    statuses = [
        client.post("/login", data={**form, "name": "many tries", "password": str(n)}).status_code
        for n in range(7)
    ]
    assert statuses == [401] * 5 + [429] * 2


def test_agents_need_a_token(client: TestClient, tokens: dict[str, str]) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    accept = {"Accept": "application/json, text/event-stream"}
    assert client.post("/mcp", json=ping, headers=accept).status_code == 401
    assert client.post("/mcp", json=ping, headers=accept | bearer(tokens["read"])).status_code == 200


def test_tokens_end_when_they_are_revoked_or_over_or_the_account_is_disabled(store: Path | str) -> None:
    with Ledger.open(store) as ledger:
        ledger.add_account("ann", "review", None, NOW)
        later = NOW + dt.timedelta(days=1)
        for_a_day, _ = ledger.add_token("ann", None, NOW, later)
        lasting, token = ledger.add_token("ann", "notebook", NOW, None)
        found = ledger.by_token(lasting, NOW)
        assert found is not None
        assert (found.name, found.role, found.password) == ("ann", "review", False)
        assert ledger.by_token(for_a_day, NOW) is not None
        assert ledger.by_token(for_a_day, later) is None
        assert ledger.by_token(lasting + "x", NOW) is None
        assert ledger.by_password("ann", "") is None
        session = ledger.open_session("ann", NOW, later)
        assert ledger.by_session(session, NOW) is not None
        assert ledger.by_session(session, later) is None
        assert ledger.revoke_token(token.id, NOW).revoked_at == NOW
        assert ledger.by_token(lasting, NOW) is None
        with pytest.raises(RetractedError):
            ledger.revoke_token(token.id, NOW)
        ledger.disable_account("ann", NOW)
        assert ledger.by_token(for_a_day, NOW) is None
        assert ledger.by_session(session, NOW) is None
        assert ledger.has_accounts()


def test_an_account_that_cannot_be_is_refused(store: Path | str) -> None:
    with Ledger.open(store) as ledger:
        ledger.add_account("ann", "read", PASSWORD, NOW)
        with pytest.raises(HeldError):
            ledger.add_account("ann", "admin", PASSWORD, NOW)
        for name, password in (("", PASSWORD), (" bob", PASSWORD), ("a\nb", PASSWORD), ("bob", "short")):
            with pytest.raises(RequestError):
                ledger.add_account(name, "read", password, NOW)
        with pytest.raises(UnknownError):
            ledger.add_token("bob", None, NOW, None)
        assert [account.name for account in ledger.accounts()] == ["ann"]


def test_secrets_are_neither_kept_nor_carried(store: Path | str, tokens: dict[str, str]) -> None:
    from sqlalchemy import select

    from communique.ledger.account_tables import ACCOUNTS, TOKENS

    with Ledger.open(store) as ledger:
        with ledger._asking() as connection:
            kept = str([*connection.execute(select(ACCOUNTS)), *connection.execute(select(TOKENS))])
        lines = list(ledger.export_lines())
    assert PASSWORD not in kept
    assert not any(token.partition(".")[2] in kept for token in tokens.values())
    assert not any(b'"table":"accounts"' in line or b'"table":"tokens"' in line for line in lines)
    row = b'{"table":"accounts","row":{"name":"eve","role":"admin","made_at":"2025-03-03T00:00:00"}}\n'
    with Ledger.open(":memory:") as other, pytest.raises(LedgerError, match="not taken from elsewhere"):
        other.import_lines([lines[0], row], "x.jsonl")


def test_accounts_on_the_command_line(place: Path, communique: Run) -> None:
    alone = communique("serve", "--ledger", place, "--host", "0.0.0.0")
    assert alone.returncode == 2
    assert "communique accounts add" in " ".join(alone.stderr.replace("│", " ").split())
    assert communique("accounts", "list", "--ledger", place).stderr.startswith("no accounts")
    made = communique("accounts", "add", "ann", "--role", "admin", "--ledger", place, stdin=f"{PASSWORD}\n")
    assert made.stdout == "ann: admin\n"
    token = communique("accounts", "token", "ann", "--label", "notebook", "--ledger", place).stdout.strip()
    with TestClient(served(place), base_url="http://testserver") as client:
        assert client.get(f"{PREFIX}/audit", headers=bearer(token)).json()["items"] == []
        assert client.post(f"{PREFIX}/read?keep=true", json=READING, headers=bearer(token)).status_code == 200
    listed = communique("accounts", "list", "--ledger", place).stdout
    assert "ann  admin  password" in listed
    assert "notebook" in listed
    logged = communique("accounts", "audit", "--ledger", place).stdout
    assert re.fullmatch(r"[\d-]+ [\d:]+  ann  add  text-[0-9a-f]+\n", logged)
    id = token.partition(".")[0]
    assert (
        communique("accounts", "token", "ann", "--revoke", id, "--ledger", place).stdout == f"{id}: revoked\n"
    )
    assert communique("accounts", "disable", "ann", "--ledger", place).stdout == "ann: disabled\n"
    assert communique("accounts", "disable", "ann", "--ledger", place).returncode == 2
