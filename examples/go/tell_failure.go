package main

import (
	"errors"
	"fmt"
	"strings"

	"go.temporal.io/sdk/temporal"
)

type details struct {
	Problems []struct {
		Path    string `json:"path"`
		Message string `json:"message"`
	} `json:"problems"`
	Instances []struct {
		Name    string `json:"name"`
		Message string `json:"message"`
	} `json:"instances"`
	Survivors []struct {
		ResourceType string `json:"resourceType"`
		Name         string `json:"name"`
		Cause        string `json:"cause"`
	} `json:"survivors"`
	Command string `json:"command"`
}

// tellFailure prints a failure: its type says what happened, its details say to what, and what is left.
func tellFailure(how string, failure error) (int, error) {
	var cancelled *temporal.CanceledError
	if errors.As(failure, &cancelled) {
		fmt.Println("cancelled, and rolled back: nothing is left")
		return 1, nil
	}
	var ended *temporal.TerminatedError
	var late *temporal.TimeoutError
	if errors.As(failure, &ended) || errors.As(failure, &late) {
		fmt.Printf("%s: %v: no rollback ran, see: lightsail-fleet sweep\n", how, failure)
		return 3, nil
	}
	var cause *temporal.ApplicationError
	if !errors.As(failure, &cause) {
		return 0, failure
	}
	var about details
	if cause.HasDetails() {
		if err := cause.Details(&about); err != nil {
			return 0, err
		}
	}
	// The lines that follow the first say what the details say.
	message, _, _ := strings.Cut(cause.Message(), "\n")
	fmt.Printf("%s: %s: %s\n", how, cause.Type(), message)
	for _, problem := range about.Problems {
		fmt.Printf("  %s: %s\n", problem.Path, problem.Message)
	}
	for _, instance := range about.Instances {
		fmt.Printf("  %s: %s\n", instance.Name, instance.Message)
	}
	for _, survivor := range about.Survivors {
		fmt.Printf("left: %s %s: %s\n", survivor.ResourceType, survivor.Name, survivor.Cause)
	}
	if about.Command != "" {
		fmt.Printf("to finish: %s\n", about.Command)
	}
	if len(about.Survivors) > 0 || cause.Type() == "RollbackIncomplete" {
		return 3, nil
	}
	fmt.Println("left: nothing")
	if cause.Type() == "InvalidRequest" || cause.Type() == "PreflightFailed" {
		return 2, nil
	}
	return 1, nil
}
