package icaltest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Listed is one occurrence as another program lists it: "20260102T150405Z".
type Listed struct{ Start, UID, Summary string }

// Listing is what Python's recurring_ical_events makes of one file; Refused says why it could not.
type Listing struct {
	Occurrences []Listed
	Refused     string
}

// Occurrences has recurring_ical_events list what lies between two dates such as "2026-11-01" in each file.
func (j *Judges) Occurrences(from, to string, files ...string) ([]Listing, error) {
	var raw []json.RawMessage
	if err := j.script(&raw, "occurrences.py", append([]string{from, to}, files...)); err != nil {
		return nil, err
	}
	out := make([]Listing, len(raw))
	for i, r := range raw {
		var rows [][3]string
		if json.Unmarshal(r, &out[i].Refused) == nil {
			continue
		}
		if err := json.Unmarshal(r, &rows); err != nil {
			return nil, fmt.Errorf("%s: %w", files[i], err)
		}
		for _, row := range rows {
			out[i].Occurrences = append(out[i].Occurrences, Listed{row[0], row[1], row[2]})
		}
	}
	return out, nil
}

// Starts has libical list the starts within two days such as "20261101" in one file, each with its UID.
func (j *Judges) Starts(from, to, file string) ([]Listed, error) {
	out, err := run(nil, j.dir+"/occurrences", from+"T000000Z", to+"T000000Z", file, "list")
	if err != nil {
		return nil, err
	}
	var list []Listed
	for line := range strings.Lines(out) {
		start, uid, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		list = append(list, Listed{Start: start, UID: uid})
	}
	return list, nil
}
