package planner

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"mentorbook/core"
)

// Reader gives whom a proposal of free times is written for: the only other person, else the owner, in whose words
// and on whose clock a group is written to.
func (f *FreeTimes) Reader() *core.Person {
	if len(f.People) == 2 {
		return f.People[1]
	}
	return f.Owner
}

// Propose writes free times to a calendar file, which shows them beside the guest's own appointments: each as a
// tentative event that takes nobody's time. It asks nobody and nothing is kept of it. The same time for the same people
// has the same UID whenever it is written, so that a second file brings the first one up to date.
func (s Invitations) Propose(ctx context.Context, times *FreeTimes, title, path string) error {
	if s.e.Inviter == nil || s.e.Files == nil {
		return core.Fail(core.CodeInternal, "reason", "nobody wired to write calendars")
	}
	f, err := s.Proposal(ctx, times, title)
	if err != nil {
		return err
	}
	data, err := s.e.Inviter.Feed(f)
	if err != nil {
		return err
	}
	return s.e.Files.WriteFile(path, data)
}

// Proposal gathers what Propose writes. Its error is CodeNotFound where there is no time to propose.
func (s Invitations) Proposal(ctx context.Context, times *FreeTimes, title string) (*core.Feed, error) {
	if len(times.Slots) == 0 {
		return nil, core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting))
	}
	ws, err := view(ctx, s.e, workspaceOf)
	if err != nil {
		return nil, err
	}
	f := &core.Feed{Stamp: s.e.nowUTC(), Organizer: partyOf(times.Owner)}
	for _, slot := range times.Slots {
		f.Events = append(f.Events, &core.Invitation{
			UID: proposalUID(ws.ID, times, slot.Start.Unix()), Title: title, Start: slot.Start, End: slot.End,
			Organizer: f.Organizer, Language: times.Reader().Language, Tentative: true,
		})
	}
	return f, nil
}

// proposalUID names a time for some people for ever, without naming them.
func proposalUID(workspace core.ID, times *FreeTimes, start int64) string {
	var ids []string
	for _, p := range times.People {
		ids = append(ids, p.ID.String())
	}
	slices.Sort(ids)
	sum := sha256.Sum256(fmt.Append(nil, workspace, ids, start, times.Minutes))
	return "free-" + hex.EncodeToString(sum[:16]) + uidDomain
}
