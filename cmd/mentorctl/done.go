package main

import (
	"mentorbook/core"
	"mentorbook/core/planner"
)

// done answers what a command did: in one line in the user's language, or with one JSON object for scripts.
func (a *app) done(v any, key string, args ...any) error {
	if a.json {
		return a.print(v)
	}
	return a.tell(key, args...)
}

// fileJSON is a file that was written or read.
type fileJSON struct {
	File string `json:"file"`
}

// invitedJSON is a message that was written; Files are several, one for each guest.
type invitedJSON struct {
	File     string      `json:"file"`
	Files    []string    `json:"files,omitempty"`
	Method   core.Method `json:"method"`
	Off      bool        `json:"off,omitempty"` // a publication that withdraws one
	Sequence int         `json:"sequence"`
}

// reportJSON is a report that was written, and the record of it.
type reportJSON struct {
	File     string        `json:"file"`
	ID       core.ID       `json:"id"`
	Audience core.Audience `json:"audience"`
	Hash     string        `json:"hash"` // SHA-256 of the file

	Named []planner.Mention `json:"named,omitempty"` // whom its texts name, and who have no part in it
	Unset []string          `json:"unset,omitempty"` // words that the file has no letters for
}

// backupJSON is a backup; one that would say the same as the last is not written again, and has no file.
type backupJSON struct {
	File      string `json:"file,omitempty"`
	Unchanged bool   `json:"unchanged,omitempty"`
}

// restoredJSON is a workspace that was restored; Aside is where the former file lies.
type restoredJSON struct {
	File  string `json:"file"`
	Aside string `json:"aside,omitempty"`
	Sent  int    `json:"sent,omitempty"`         // so many messages that went out since the backup are taken over
	Blind bool   `json:"sent_unknown,omitempty"` // the former file is not there or can’t be read, so that nobody knows of them
}

// compactedJSON is a workspace that was compacted, with its sizes in bytes.
type compactedJSON struct {
	File   string `json:"file"`
	Before int64  `json:"before"`
	After  int64  `json:"after"`
}

// importedJSON is an export that a new workspace was made of.
type importedJSON struct {
	File      string `json:"file"`
	Workspace string `json:"workspace"`
}

// feedJSON is a calendar that was written, and how much is in it.
type feedJSON struct {
	File     string `json:"file"`
	Meetings int    `json:"meetings"`
	Series   int    `json:"series"`
	Due      int    `json:"due"`
}

// mergedJSON is the person that two became.
type mergedJSON struct {
	ID core.ID `json:"id"`
}

// stepJSON is a step that was taken back or done again: its code, and its name in the user's language.
type stepJSON struct {
	Step   string   `json:"step"`
	Title  string   `json:"title"`
	Passed []string `json:"passed,omitempty"` // later steps that stay as they are
}
