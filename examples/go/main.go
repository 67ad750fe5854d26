// Command clone-fleet starts a fleet, waits until its request is accepted, follows it, and says how it ended.
//
//	go run . FLEET_ID REQUEST.json
//
// Exit codes: 0 ready, 1 failed and rolled back, 2 refused, 3 something is left.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	enums "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/contrib/envconfig"
	"go.temporal.io/sdk/log"
)

const lookEvery = time.Second

// Of each schema (lightsail-fleet schema), what is used here.
type plan struct {
	InstanceCount    int     `json:"instanceCount"`
	AvailabilityZone string  `json:"availabilityZone"`
	MonthlyPriceUsd  float64 `json:"monthlyPriceUsd"`
}

type progress struct {
	State     string         `json:"state"`
	Requested int            `json:"requested"`
	Counts    map[string]int `json:"counts"`
}

type result struct {
	Instances []struct {
		Name            string `json:"name"`
		PublicIPAddress string `json:"publicIpAddress"`
	} `json:"instances"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: clone-fleet FLEET_ID REQUEST.json")
		os.Exit(2)
	}
	code, err := cloneFleet(context.Background(), os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		code = 4
	}
	os.Exit(code)
}

func cloneFleet(ctx context.Context, fleetID, file string) (int, error) {
	request, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	// TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_PROFILE, temporal.toml, as every Temporal tool reads them.
	options, err := envconfig.LoadDefaultClientOptions()
	if err != nil {
		return 0, err
	}
	options.Logger = log.NewStructuredLogger(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	temporal, err := client.Dial(options)
	if err != nil {
		return 0, err
	}
	defer temporal.Close()

	start := temporal.NewWithStartWorkflowOperation(client.StartWorkflowOptions{
		ID:        fleetID,
		TaskQueue: taskQueue(),
		// Safe to repeat: a running fleet is joined, a failed one is tried anew, one that stands is refused.
		WorkflowIDConflictPolicy: enums.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
		WorkflowIDReusePolicy:    enums.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY,
		// One line for the Temporal UI.
		StaticSummary: "a fleet from the Go example",
	}, "cloneFleet", json.RawMessage(request))
	update, err := temporal.UpdateWithStartWorkflow(ctx, client.UpdateWithStartWorkflowOptions{
		StartWorkflowOperation: start,
		UpdateOptions: client.UpdateWorkflowOptions{
			UpdateName:   "awaitPlan",
			WaitForStage: client.WorkflowUpdateStageCompleted,
		},
	})
	var standing *serviceerror.WorkflowExecutionAlreadyStarted
	if errors.As(err, &standing) {
		fmt.Printf("refused: fleet %s stands already, and its id is not used again\n", fleetID)
		return 2, nil
	}
	if err != nil {
		return 0, err
	}
	var accepted plan
	if err := update.Get(ctx, &accepted); err != nil {
		return tellFailure("refused", err)
	}
	fmt.Printf("accepted: %d instances in %s, %g USD a month\n",
		accepted.InstanceCount, accepted.AvailabilityZone, accepted.MonthlyPriceUsd)

	run, err := start.Get(ctx)
	if err != nil {
		return 0, err
	}
	made, err := follow(ctx, temporal, run)
	if err != nil {
		return tellFailure("failed", err)
	}
	for _, instance := range made.Instances {
		fmt.Println(instance.Name, instance.PublicIPAddress)
	}
	return 0, nil
}

// follow prints what changes until the run has ended, and answers with its result.
func follow(ctx context.Context, temporal client.Client, run client.WorkflowRun) (made result, err error) {
	ending := make(chan error, 1)
	go func() { ending <- run.Get(ctx, &made) }()
	shown := ""
	for ended := false; ; {
		// Without a worker the query has no answer: the next look may find one.
		if value, err := temporal.QueryWorkflow(ctx, run.GetID(), run.GetRunID(), "progress"); err == nil {
			var seen progress
			if err := value.Get(&seen); err != nil {
				return made, err
			}
			line := fmt.Sprintf("%s: %d of %d ready", seen.State, seen.Counts["ready"], seen.Requested)
			if line != shown {
				fmt.Println(line)
				shown = line
			}
		}
		if ended {
			return made, err
		}
		select {
		case err = <-ending:
			ended = true
		case <-time.After(lookEvery):
		}
	}
}

func taskQueue() string {
	if name := os.Getenv("FLEET_TASK_QUEUE"); name != "" {
		return name
	}
	return "lightsail-fleet"
}
