package main

import (
	"fmt"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"mentorbook/storage"
)

// keptJSON is a backup that lies beside the workspace; Aside one that a restored one took the place of.
type keptJSON struct {
	File  string    `json:"file"`
	At    time.Time `json:"at"`
	Size  int64     `json:"size"`
	Aside bool      `json:"aside,omitempty"`
}

// backups lists what the workspace can be restored from. It does not open it: a damaged one needs them most.
func (a *app) backups() *cobra.Command {
	return &cobra.Command{
		Use: "backups", Args: exactly(0),
		RunE: func(*cobra.Command, []string) error {
			list, err := storage.Backups(a.workspace)
			if err != nil {
				return err
			}
			list = append(list, storage.Asides(a.workspace)...)
			if len(list) == 0 {
				if _, err := os.Stat(a.workspace); err != nil {
					return storage.FileError(a.workspace, err)
				}
			}
			slices.SortStableFunc(list, func(a, b storage.BackupInfo) int { return a.At.Compare(b.At) })
			return a.printBackups(list)
		},
	}
}

// printBackups tells the times as the files' names do, by UTC.
func (a *app) printBackups(list []storage.BackupInfo) error {
	if a.json {
		out := make([]keptJSON, len(list))
		for i, b := range list {
			out[i] = keptJSON{b.Path, b.At, b.Size, b.Aside}
		}
		return a.print(out)
	}
	if len(list) == 0 {
		return a.tell("ctl.no_backups")
	}
	w := a.words()
	t := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	for _, b := range list {
		when := b.At.UTC().Format("2006-01-02 15:04 MST")
		if b.Aside {
			when = w.T("settings.aside", "time", when)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", when, w.Bytes(b.Size), b.Path)
	}
	return t.Flush()
}
