"""Pages of records and documents hold what the whole lists hold, in their order, on each store."""

from __future__ import annotations

import pytest

from communique.ledger import Ledger
from communique.ledger.auditing import noting
from communique.ledger.corrections import Saying
from communique.ledger.pages import At
from communique.ledger.queries import Query
from sample_readings import MONDAY, TUESDAY, echo, forum, talks


def walked(ledger: Ledger, query: Query, limit: int) -> list[str]:
    found: list[str] = []
    after: At | None = None
    while True:
        page = ledger.page(query, limit, after)
        found += [item.record.id for item in page.records]
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_pages_together_are_the_whole(ledger: Ledger, limit: int) -> None:
    ledger.add_many([talks(), forum(), echo()], MONDAY)
    for query in (Query(), Query(pair=("KEN", "SWE")), Query(kind="commitment"), Query(person="mwangi")):
        asked = {
            name: getattr(query, name)
            for name in ("kind", "pair", "person")
            if getattr(query, name) is not None
        }
        whole = [item.record.id for item in ledger.records(**asked)]
        assert whole
        assert walked(ledger, query, limit) == whole
    first = ledger.page(Query(), 2)
    ledger.add(talks(), TUESDAY)
    assert ledger.page(Query(), 2, first.next).records == tuple(ledger.records()[2:4])


def test_a_corrected_record_is_on_the_pages_of_its_new_value(ledger: Ledger) -> None:
    ledger.add_many([talks(), forum(), echo()], MONDAY)
    record = ledger.records(kind="agreement")[0].record
    saying = Saying(author="Ann", reason="wrong", made_at=TUESDAY, source="https://mfa.example/1")
    with noting("Ann", "correct", record.id, TUESDAY):
        ledger.correct(record.id, {"parties": "FRA,DEU"}, saying)
    assert walked(ledger, Query(country="FRA"), 1) == [record.id]
    assert record.id not in walked(ledger, Query(pair=("KEN", "SWE"), kind="agreement"), 2)
    (entry,) = ledger.audit(10)
    assert (entry.who, entry.action, entry.target, entry.at) == ("Ann", "correct", record.id, TUESDAY)


def test_a_change_that_fails_is_not_logged(ledger: Ledger) -> None:
    ledger.add(talks(), MONDAY)
    with noting("Ann", "take back", "c-0", TUESDAY), pytest.raises(Exception, match="no correction"):
        ledger.retract_correction("c-0", author="Ann", at=TUESDAY)
    assert ledger.audit(10) == []


def test_records_and_documents_are_found_by_words(ledger: Ledger) -> None:
    ledger.add_many([talks(), forum(), echo()], MONDAY)
    found = ledger.page(Query(words="JOINT OFFICE"), 100).records
    assert found
    assert all("joint office" in " ".join(e.quote for e in item.record.evidence) for item in found)
    assert ledger.page(Query(words="100%"), 100).records == ()
    both = {talks().document.id, echo().document.id}
    assert set(ledger.documents_with("a joint office for clean energy", 10)) == both
    assert len(ledger.documents_with("a joint office for clean energy", 1)) == 1
    assert ledger.documents_with("A JOINT OFFICE", 10) == []


def test_documents_come_in_pages_in_their_newest_version(ledger: Ledger) -> None:
    ledger.add_many([talks(), forum(), echo()], MONDAY)
    whole = ledger.document_page(10)
    assert whole.next is None
    assert [info.id for info in whole.documents] == [info.id for info in ledger.documents()]
    first = ledger.document_page(2)
    rest = ledger.document_page(2, first.next)
    assert (*first.documents, *rest.documents) == whole.documents
    assert ledger.document_page(10, lang="xx").documents == ()
