"""What boto3 sees of the simulator over several calls. Each starts in the same world, and raises where it is wrong."""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from good_requests import CREATE
from simulator import Client, Control

# Of each kind the world and `_make_five` have more than a page of this size.
PAGE_SIZE = 2


def boto3s_paginator_walks_every_page_of_instances(client: Client, control: Control) -> None:
    _make_five(client, control)
    names = _walk(client, control, "get_instances", "instances")
    assert names == ["source", "stopped", "with-add-on", "windows", "web-1", "web-2", "web-3", "web-4", "web-5"], names


def boto3s_paginator_walks_every_page_of_snapshots(client: Client, control: Control) -> None:
    names = _walk(client, control, "get_instance_snapshots", "instanceSnapshots")
    assert names == ["golden", "golden-with-disk", "unfinished"], names


def boto3s_paginator_walks_every_page_of_operations(client: Client, control: Control) -> None:
    _make_five(client, control)
    names = _walk(client, control, "get_operations", "operations", "resourceName")
    assert names == ["web-1", "web-2", "web-3", "web-4", "web-5"], names


def boto3s_paginator_walks_every_page_of_bundles(client: Client, control: Control) -> None:
    at_once = [bundle["bundleId"] for bundle in client.boto.get_bundles(includeInactive=True)["bundles"]]
    walked = _walk(client, control, "get_bundles", "bundles", "bundleId", includeInactive=True)
    assert walked == at_once, walked


def a_page_token_of_another_listing_is_refused(client: Client, control: Control) -> None:
    control.settings(listingPageSize=1)
    token = client.boto.get_instances()["nextPageToken"]
    _expect("InvalidInputException", lambda: client.boto.get_instance_snapshots(pageToken=token))


def inactive_bundles_are_given_only_where_they_are_asked_for(client: Client, control: Control) -> None:
    active = client.boto.get_bundles()["bundles"]
    every = client.boto.get_bundles(includeInactive=True)["bundles"]
    assert all(bundle["isActive"] for bundle in active)
    assert [bundle for bundle in every if bundle["isActive"]] == active
    assert not all(bundle["isActive"] for bundle in every)


def zones_are_given_only_where_they_are_asked_for(client: Client, control: Control) -> None:
    without = client.boto.get_regions()["regions"]
    assert not any(region["availabilityZones"] for region in without)
    for region in client.boto.get_regions(includeAvailabilityZones=True)["regions"]:
        zones = region["availabilityZones"]
        assert zones and all(zone["zoneName"].startswith(region["name"]) for zone in zones), region
        assert region["relationalDatabaseAvailabilityZones"] == [], region


def instances_live_from_snapshot_to_not_found(client: Client, control: Control) -> None:
    names = ["web-1", "web-2", "web-3"]
    request = {**CREATE, "instanceNames": names, "instanceSnapshotName": "golden"}
    operations = client.boto.create_instances_from_snapshot(**request)["operations"]
    assert [operation["resourceName"] for operation in operations] == names
    assert {operation["status"] for operation in operations} == {"Started"}
    control.advance(60)
    for operation in operations:
        now = client.boto.get_operation(operationId=operation["id"])["operation"]
        assert now["status"] == "Succeeded" and now["isTerminal"], now
    addresses = set()
    for name in names:
        instance = client.boto.get_instance(instanceName=name)["instance"]
        assert instance["state"] == {"code": 16, "name": "running"}, instance
        addresses.add(instance["publicIpAddress"])
    assert len(addresses) == 3, addresses
    for name in names:
        client.boto.delete_instance(instanceName=name)
    control.advance(60)
    for name in names:
        _expect("NotFoundException", lambda name=name: client.boto.get_instance(instanceName=name))


def times_are_those_of_the_clock(client: Client, control: Control) -> None:
    request = {**CREATE, "instanceSnapshotName": "golden"}
    started = client.boto.create_instances_from_snapshot(**request)["operations"][0]
    control.advance(60)
    ended = client.boto.get_operation(operationId=started["id"])["operation"]
    assert ended["createdAt"] == started["createdAt"]
    assert 0 < (ended["statusChangedAt"] - started["createdAt"]).total_seconds() <= 60, ended


def an_operation_that_is_not_served_is_unknown(client: Client, control: Control) -> None:
    _expect("UnknownOperationException", lambda: client.boto.get_domains())


def the_error_type_is_in_a_header_where_the_setting_says_so(client: Client, control: Control) -> None:
    client.error_type_header = True
    control.settings(errorTypeHeader=True)
    _expect("NotFoundException", lambda: client.boto.get_instance(instanceName="not-there"))


def _make_five(client: Client, control: Control) -> None:
    names = [f"web-{number}" for number in range(1, 6)]
    client.call("CreateInstancesFromSnapshot", {**CREATE, "instanceNames": names, "instanceSnapshotName": "golden"})
    control.advance(60)


def _walk(
    client: Client, control: Control, method: str, member: str, key: str = "name", **request: Any
) -> list[str]:
    control.settings(listingPageSize=PAGE_SIZE, operationsPageSize=PAGE_SIZE)
    pages = list(client.boto.get_paginator(method).paginate(**request))
    assert len(pages) > 1, "expected more than one page"
    assert all(len(page[member]) == PAGE_SIZE for page in pages[:-1])
    assert "nextPageToken" not in pages[-1]
    return [row[key] for page in pages for row in page[member]]


def _expect(error: str, call: Callable[[], object]) -> None:
    try:
        call()
    except ClientError as raised:
        assert raised.response["Error"]["Code"] == error, raised
        return
    raise AssertionError(f"expected {error}")


BEHAVIOURS: list[Callable[[Client, Control], None]] = [
    boto3s_paginator_walks_every_page_of_instances,
    boto3s_paginator_walks_every_page_of_snapshots,
    boto3s_paginator_walks_every_page_of_operations,
    boto3s_paginator_walks_every_page_of_bundles,
    a_page_token_of_another_listing_is_refused,
    inactive_bundles_are_given_only_where_they_are_asked_for,
    zones_are_given_only_where_they_are_asked_for,
    instances_live_from_snapshot_to_not_found,
    times_are_those_of_the_clock,
    an_operation_that_is_not_served_is_unknown,
    the_error_type_is_in_a_header_where_the_setting_says_so,
]
