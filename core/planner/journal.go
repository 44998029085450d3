package planner

import (
	"encoding/json"
	"time"

	"mentorbook/core"
)

// ChangeSet is one entry of the journal: everything that one step changed. Bulk work is a group of them.
type ChangeSet struct {
	ID      core.ID           `json:"id"`
	Group   core.ID           `json:"group,omitzero"` // the bulk work that it belongs to
	Undoes  core.ID           `json:"undoes,omitzero"`
	Again   bool              `json:"again,omitempty"` // what it undoes was an undo: the step is done again
	At      time.Time         `json:"at"`
	Counter uint64            `json:"counter,omitempty"` // of the revision that it gave: the true order, whatever the clock said; 0 in entries of former versions
	Device  core.Device       `json:"device"`
	Title   Title             `json:"title"`
	Args    map[string]string `json:"args,omitempty"` // values for the title's words
	Changes []Change          `json:"changes"`
	Trimmed bool              `json:"trimmed,omitempty"` // its images are gone
}

// Change is what happened to one record: it was made (no Before), changed, or deleted (no After).
type Change struct {
	Ref    core.Ref        `json:"ref"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
	Made   bool            `json:"made,omitempty"` // the record did not exist before; After may be left out
	Gone   bool            `json:"gone,omitempty"` // the record did not exist afterwards
	Sum    string          `json:"sum,omitempty"`  // of the content afterwards; see ContentSum
}
