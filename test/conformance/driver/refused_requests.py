"""Requests that the model allows and Lightsail refuses: each error that an operation can be brought to by itself."""

from dataclasses import dataclass, field
from typing import Any

from good_requests import ATTACH, CREATE, Prepare, disk_is_free
from simulator import Client, Control

ABSENT = "not-there"


@dataclass(frozen=True)
class Refused:
    operation: str
    error: str
    name: str
    request: dict[str, Any] = field(default_factory=dict)
    prepare: Prepare | None = None


def _invalid(operation: str, name: str, request: dict[str, Any]) -> Refused:
    return Refused(operation, "InvalidInputException", name, request)


def _not_found(operation: str, request: dict[str, Any]) -> Refused:
    return Refused(operation, "NotFoundException", "of what is not there", request)


def _pending(client: Client, control: Control) -> None:
    client.call("CreateInstancesFromSnapshot", {**CREATE, "instanceSnapshotName": "golden"})


def _create(name: str, **change: Any) -> Refused:
    request = {**CREATE, "instanceSnapshotName": "golden", **change}
    return _invalid("CreateInstancesFromSnapshot", name, request)


PAGED = [
    "GetBundles",
    "GetDisks",
    "GetInstances",
    "GetInstanceSnapshots",
    "GetKeyPairs",
    "GetLoadBalancers",
    "GetOperations",
    "GetStaticIps",
]

_BY_NAME = {
    "DeleteDisk": "diskName",
    "DeleteInstance": "instanceName",
    "DetachDisk": "diskName",
    "GetAutoSnapshots": "resourceName",
    "GetDisk": "diskName",
    "GetInstance": "instanceName",
    "GetInstancePortStates": "instanceName",
    "GetInstanceSnapshot": "instanceSnapshotName",
    "GetInstanceState": "instanceName",
    "GetKeyPair": "keyPairName",
    "GetOperation": "operationId",
    "GetOperationsForResource": "resourceName",
}

REFUSED_REQUESTS: list[Refused] = [
    *[_invalid(operation, "with a bad page token", {"pageToken": "bad"}) for operation in PAGED],
    *[_not_found(operation, {member: ABSENT}) for operation, member in _BY_NAME.items()],
    _not_found("AttachDisk", {**ATTACH, "diskName": ABSENT}),
    _not_found("CreateInstancesFromSnapshot", {**CREATE, "instanceSnapshotName": ABSENT}),
    _not_found("CreateInstanceSnapshot", {"instanceName": ABSENT, "instanceSnapshotName": "fresh"}),
    _not_found("TagResource", {"resourceName": ABSENT, "tags": []}),
    _not_found("UntagResource", {"resourceName": ABSENT, "tagKeys": []}),
    _create("without names", instanceNames=[]),
    _create("with a name that is taken", instanceNames=["source"]),
    _create("with a name twice", instanceNames=["web-1", "web-1"]),
    _create("with a name that breaks the rules", instanceNames=["web 1"]),
    _create("in a zone that is not there", availabilityZone="us-east-1x"),
    _create("with a bundle that is not there", bundleId="huge_9_9"),
    _create("with an inactive bundle", bundleId="nano_2_0"),
    _create("with a bundle of Windows", bundleId="nano_win_3_0"),
    _create("with an address type that the bundle has not", ipAddressType="ipv6"),
    _create("of a snapshot that is not available", instanceSnapshotName="unfinished"),
    _create("of two sources", sourceInstanceName="source", restoreDate="2026-11-20"),
    _create("with a reserved tag", tags=[{"key": "aws:mine", "value": "x"}]),
    _create("with too many tags", tags=[{"key": f"k{index}", "value": "x"} for index in range(51)]),
    _create("with user data that is too long", userData="x" * 20_000),
    _create("with a disk that the snapshot has not", attachedDiskMapping={
        "web-1": [{"originalDiskPath": "/dev/xvdz", "newDiskName": "web-1-data"}],
    }),
    _create("with half an add-on", addOns=[{"addOnType": "StopInstanceOnIdle"}]),
    _invalid("CreateInstanceSnapshot", "with a name that is taken",
             {"instanceName": "source", "instanceSnapshotName": "golden"}),
    _invalid("DeleteInstance", "with an add-on, without force", {"instanceName": "with-add-on"}),
    _invalid("GetAutoSnapshots", "of a key pair", {"resourceName": "ops"}),
    _invalid("TagResource", "of a static IP", {"resourceName": "address-1", "tags": [{"key": "a"}]}),
    _invalid("UntagResource", "of a static IP", {"resourceName": "address-1", "tagKeys": ["a"]}),
    Refused("CreateInstanceSnapshot", "OperationFailureException", "of an instance that is being made",
            {"instanceName": "web-1", "instanceSnapshotName": "fresh"}, _pending),
    Refused("AttachDisk", "OperationFailureException", "of a disk that is attached", ATTACH),
    Refused("DeleteDisk", "OperationFailureException", "while it is attached", {"diskName": "stopped-data"}),
    Refused("DeleteInstance", "OperationFailureException", "while it is being made",
            {"instanceName": "web-1"}, _pending),
    Refused("DetachDisk", "OperationFailureException", "that is not attached",
            {"diskName": "stopped-data"}, disk_is_free),
]
