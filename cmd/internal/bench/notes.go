package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// noteLetters is how long a long note is: a few letters can be added to it before it is refused.
const noteLetters = 999_000

// longNote is prose of that length, in lines such as somebody types or pastes.
func (l *lab) longNote() string {
	most := noteLetters
	if l.quick {
		most /= 20
	}
	var b strings.Builder
	for i := 0; b.Len() < most; i++ {
		fmt.Fprintf(&b, "Line %d: what was said about the draft, and about word%d. ", i, i*7919%100_003)
		if i%3 == 2 {
			b.WriteByte('\n')
		}
	}
	return b.String()[:most]
}

func (l *lab) notedPath() string { return filepath.Join(l.folder, "noted.mentorbook") }

// longNotes makes the sample anew with two notes of 1 MB, and gives the meeting and the relationship that have one.
func (l *lab) longNotes(ctx context.Context) (meeting, relationship core.ID, err error) {
	if err = os.Remove(l.notedPath()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return meeting, relationship, err
	}
	if err = l.fill(ctx, l.notedPath(), smallSample()); err != nil {
		return meeting, relationship, err
	}
	p, end, err := l.planner(ctx, l.notedPath())
	if err != nil {
		return meeting, relationship, err
	}
	defer func() { err = errors.Join(err, end()) }()
	today := core.DateOf(now())
	list, err := p.List(ctx, planner.Filter{Kind: core.KindMeeting, Period: core.Period{From: today.AddDays(1), To: today.AddDays(60)}})
	if err != nil {
		return meeting, relationship, err
	}
	if len(list) == 0 {
		return meeting, relationship, errors.New("the sample has no meeting ahead")
	}
	m := list[0].(*core.Meeting)
	for _, about := range []core.Ref{core.RefOf(m), {Kind: core.KindRelationship, ID: m.Relationship}} {
		if _, err := p.Notes.Write(ctx, core.Note{About: about, Text: l.longNote()}); err != nil {
			return meeting, relationship, err
		}
	}
	return m.ID, m.Relationship, nil
}
