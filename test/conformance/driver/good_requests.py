"""Requests that are accepted: for each operation the least that it takes, and then every member of the model."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator import Client, Control

Prepare = Callable[[Client, Control], None]
# A request, or how to make it out of what the simulator answers.
Request = dict[str, Any] | Callable[[Client], dict[str, Any]]


@dataclass(frozen=True)
class Case:
    operation: str
    name: str
    request: Request = field(default_factory=dict)
    prepare: Prepare | None = None

    def make_request(self, client: Client) -> dict[str, Any]:
        return self.request(client) if callable(self.request) else self.request


CREATE = {
    "instanceNames": ["web-1"],
    "availabilityZone": "us-east-1a",
    "bundleId": "nano_3_0",
}
TAGS = [{"key": "team", "value": "ours"}, {"key": "plain"}]
ADD_ONS = [
    {"addOnType": "AutoSnapshot", "autoSnapshotAddOnRequest": {"snapshotTimeOfDay": "06:00"}},
    {"addOnType": "StopInstanceOnIdle", "stopInstanceOnIdleRequest": {"threshold": "2", "duration": "30"}},
]


def create_full(**change: Any) -> dict[str, Any]:
    disks = [{"originalDiskPath": "/dev/xvdf", "newDiskName": "web-1-data"}]
    return {
        **CREATE,
        "instanceSnapshotName": "golden-with-disk",
        "attachedDiskMapping": {"web-1": disks},
        "userData": "#!/bin/sh\ntrue\n",
        "keyPairName": "ops",
        "tags": TAGS,
        "addOns": ADD_ONS,
        "ipAddressType": "dualstack",
        **change,
    }


def made(client: Client, control: Control) -> None:
    """Instances with everything, one that failed, operations of both ends."""
    control.fault(effect="operation-fails", name="broken")
    client.call("CreateInstancesFromSnapshot", create_full(ipAddressType="ipv4"))
    request = {**CREATE, "instanceNames": ["broken"], "instanceSnapshotName": "golden"}
    client.call("CreateInstancesFromSnapshot", request)
    control.advance(60)


ATTACH = {"diskName": "stopped-data", "instanceName": "source", "diskPath": "/dev/xvdf"}


def disk_is_free(client: Client, control: Control) -> None:
    client.call("DetachDisk", {"diskName": "stopped-data"})
    control.advance(60)


def disk_is_being_deleted(client: Client, control: Control) -> None:
    disk_is_free(client, control)
    client.call("DeleteDisk", {"diskName": "stopped-data"})


def _listing(operation: str, **flags: Any) -> list[Case]:
    def page(client: Client, control: Control) -> None:
        made(client, control)
        control.settings(listingPageSize=1, operationsPageSize=1)

    def next_page(client: Client) -> dict[str, Any]:
        return {**flags, "pageToken": client.call(operation, flags)["nextPageToken"]}

    cases = [Case(operation, "minimal"), Case(operation, "every row", prepare=made)]
    if operation == "GetRegions":
        return [*cases, Case(operation, "every member", flags)]
    return [*cases, Case(operation, "every member", next_page, page)]


def _operation_id(client: Client) -> dict[str, Any]:
    return {"operationId": client.call("GetOperations", {})["operations"][-1]["id"]}


def _page_of_resource(client: Client) -> dict[str, Any]:
    name = {"resourceName": "web-1"}
    return {**name, "pageToken": client.call("GetOperationsForResource", name)["nextPageToken"]}


def _with_arn(client: Client, **members: Any) -> dict[str, Any]:
    arn = client.call("GetInstance", {"instanceName": "source"})["instance"]["arn"]
    return {"resourceName": "source", "resourceArn": arn, **members}


def _deleting(client: Client, control: Control) -> None:
    made(client, control)
    client.call("DeleteInstance", {"instanceName": "web-1", "forceDeleteAddOns": True})
    control.settings(operationsPageSize=1)


GOOD_REQUESTS: list[Case] = [
    Case("CreateInstancesFromSnapshot", "minimal", {**CREATE, "instanceSnapshotName": "golden"}),
    Case("CreateInstancesFromSnapshot", "every member", create_full()),
    Case(
        "CreateInstancesFromSnapshot",
        "from the latest automatic snapshot",
        {**CREATE, "sourceInstanceName": "source", "useLatestRestorableAutoSnapshot": True},
    ),
    Case(
        "CreateInstancesFromSnapshot",
        "from the automatic snapshot of a day",
        {**CREATE, "sourceInstanceName": "source", "restoreDate": "2026-11-20"},
    ),
    Case("CreateInstanceSnapshot", "minimal", {"instanceName": "source", "instanceSnapshotName": "fresh"}),
    Case(
        "CreateInstanceSnapshot",
        "every member",
        {"instanceName": "source", "instanceSnapshotName": "fresh", "tags": TAGS},
    ),
    Case("AttachDisk", "minimal", ATTACH, disk_is_free),
    Case("AttachDisk", "every member", {**ATTACH, "autoMounting": False}, disk_is_free),
    Case("DeleteDisk", "minimal", {"diskName": "stopped-data"}, disk_is_free),
    Case("DeleteDisk", "every member", {"diskName": "stopped-data", "forceDeleteAddOns": True}, disk_is_free),
    Case("DeleteInstance", "minimal", {"instanceName": "source"}),
    Case("DeleteInstance", "every member", {"instanceName": "with-add-on", "forceDeleteAddOns": True}),
    Case("DeleteInstance", "with a disk", {"instanceName": "stopped"}),
    Case("DetachDisk", "minimal", {"diskName": "stopped-data"}),
    Case("GetAutoSnapshots", "minimal", {"resourceName": "source"}),
    Case("GetAutoSnapshots", "of a disk", {"resourceName": "stopped-data"}),
    *_listing("GetBundles", includeInactive=True),
    Case("GetBundles", "every flag, and a category", {"includeInactive": True, "appCategory": "LfR"}),
    Case("GetDisk", "minimal", {"diskName": "stopped-data"}),
    Case("GetDisk", "that is being deleted", {"diskName": "stopped-data"}, disk_is_being_deleted),
    *_listing("GetDisks"),
    Case("GetInstance", "minimal", {"instanceName": "source"}),
    Case("GetInstance", "every member", {"instanceName": "web-1", "includeHealthStatus": True}, made),
    Case("GetInstance", "of Windows", {"instanceName": "windows"}),
    Case("GetInstancePortStates", "minimal", {"instanceName": "source"}),
    Case("GetInstancePortStates", "of Windows", {"instanceName": "windows"}),
    *_listing("GetInstances", includeHealthStatus=True),
    Case("GetInstanceSnapshot", "minimal", {"instanceSnapshotName": "golden"}),
    Case("GetInstanceSnapshot", "with a disk", {"instanceSnapshotName": "golden-with-disk"}),
    *_listing("GetInstanceSnapshots"),
    Case("GetInstanceState", "minimal", {"instanceName": "source"}),
    Case("GetKeyPair", "minimal", {"keyPairName": "ops"}),
    *_listing("GetKeyPairs", includeDefaultKeyPair=True),
    *_listing("GetLoadBalancers"),
    *_listing("GetOperations"),
    Case("GetOperation", "minimal", _operation_id, made),
    Case("GetOperationsForResource", "every member", _page_of_resource, _deleting),
    Case("GetOperationsForResource", "minimal", {"resourceName": "web-1"}, made),
    Case("GetOperationsForResource", "of one that failed", {"resourceName": "broken"}, made),
    *_listing("GetRegions", includeAvailabilityZones=True, includeRelationalDatabaseAvailabilityZones=True),
    *_listing("GetStaticIps"),
    Case("TagResource", "minimal", {"resourceName": "source", "tags": TAGS}),
    Case("TagResource", "every member", lambda client: _with_arn(client, tags=TAGS)),
    Case("UntagResource", "every member", lambda client: _with_arn(client, tagKeys=["team"])),
    Case("UntagResource", "minimal", {"resourceName": "source", "tagKeys": ["team"]}),
]
