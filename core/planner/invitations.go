package planner

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// Invitations is what can be sent about a meeting, and what was.
type Invitations struct{ e *engine }

// Sent gives every message that went out about a meeting, oldest first.
func (s Invitations) Sent(ctx context.Context, meeting core.ID) ([]*core.Dispatch, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Dispatch, error) { return sent(r, meeting) })
}

func sent(r Reader, meeting core.ID) ([]*core.Dispatch, error) {
	return collect(scan[core.Dispatch](r, Query{Index: DispatchesOfMeeting, Of: meeting}))
}

// invitationStands tells whether guests have a meeting on their calendars: the last thing that they were sent
// about it, by itself or with its series, was a REQUEST.
func invitationStands(r Reader, m *core.Meeting) (bool, error) {
	return invitationStandsFor(r, m, core.ID{})
}

// invitationStandsFor tells it of one guest; of any, where the person is zero.
func invitationStandsFor(r Reader, m *core.Meeting, person core.ID) (bool, error) {
	all, err := sentAbout(r, m)
	return standsAfter(all, person), err
}

func sentSeries(r Reader, series core.ID) ([]*core.Dispatch, error) {
	all, err := collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: series}))
	return slices.DeleteFunc(all, func(d *core.Dispatch) bool { return !d.Occurrence.IsZero() }), err
}

// sentAbout gives what went out about a meeting, oldest first: about it alone, and about the whole of its series.
func sentAbout(r Reader, m *core.Meeting) ([]*core.Dispatch, error) {
	all, err := sent(r, m.ID)
	if err != nil || m.Series.IsZero() {
		return all, err
	}
	for d, err := range scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: m.Series}) {
		if err != nil {
			return nil, err
		}
		if d.Occurrence.IsZero() || d.Occurrence == m.Recurrence {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b *core.Dispatch) int { return a.At.Compare(b.At) })
	return all, nil
}

// standsAfter tells it after messages, oldest first.
func standsAfter(all []*core.Dispatch, person core.ID) bool {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Method != core.MethodPublish && (person.IsZero() || wentTo(all[i], person)) {
			return all[i].Method == core.MethodRequest
		}
	}
	return false
}

func wentTo(d *core.Dispatch, person core.ID) bool {
	return slices.ContainsFunc(d.To, func(to core.Recipient) bool { return to.Person == person })
}

// Prepare gives the next message about a meeting, as it would be sent now.
func (s Invitations) Prepare(ctx context.Context, meeting core.ID, method core.Method) (*core.Invitation, error) {
	return view(ctx, s.e, func(r Reader) (*core.Invitation, error) {
		v, _, err := s.prepare(r, meeting, method)
		return v, err
	})
}

// Send writes the message to a file (.ics, or .eml for an e-mail that carries it) and notes that it went out.
// Either both happen or neither.
func (s Invitations) Send(ctx context.Context, meeting core.ID, method core.Method, path string) (*core.Dispatch, error) {
	if s.e.Inviter == nil || s.e.Files == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to write invitations")
	}
	var d *core.Dispatch
	args := map[string]string{}
	_, err := s.e.doForGood(ctx, TitleInvitationSent, args, func(u *unit) error {
		v, m, err := s.prepare(u, meeting, method)
		if err != nil {
			return err
		}
		args["name"] = v.Title
		data, err := s.encode(v, path)
		if err != nil {
			return err
		}
		d = dispatchOf(v, m)
		if err := u.put(d); err != nil {
			return err
		}
		return s.e.Files.WriteFile(path, data)
	})
	return d, err
}

func (s Invitations) encode(v *core.Invitation, path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".ics":
		return s.e.Inviter.Calendar(v)
	case ".eml":
		return s.e.Inviter.Email(v)
	}
	return nil, core.FailField(core.CodeBadChoice, "file", "value", filepath.Ext(path))
}

func dispatchOf(v *core.Invitation, m *core.Meeting) *core.Dispatch {
	d := &core.Dispatch{
		Meeting: m.ID, Method: v.Method, UID: v.UID, Sequence: v.Sequence, At: v.Stamp,
		Title: v.Title, Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, Link: m.Link,
	}
	for _, g := range v.Guests {
		d.To = append(d.To, core.Recipient{Person: g.Person, Email: g.Email})
	}
	return d
}

func (s Invitations) prepare(r Reader, meeting core.ID, method core.Method) (*core.Invitation, *core.Meeting, error) {
	m, err := load[core.Meeting](r, meeting)
	if err != nil {
		return nil, nil, err
	}
	rel, err := load[core.Relationship](r, m.Relationship)
	if err != nil {
		return nil, nil, err
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, nil, err
	}
	before, err := sent(r, meeting)
	if err != nil {
		return nil, nil, err
	}
	if err := refuseMethod(m, method, before); err != nil {
		return nil, nil, err
	}
	v := &core.Invitation{
		Method: method, UID: m.UID, Sequence: core.NextSequence(m, method, before),
		Stamp: s.e.now().UTC().Truncate(time.Second), Place: m.Place, Link: m.Link,
		Reminder: ws.Reminder, Language: ws.Language, Reason: m.Reason,
	}
	if m.Reminder != nil {
		v.Reminder = *m.Reminder
	}
	if v.Start, err = m.StartAt(); err != nil {
		return nil, nil, err
	}
	if v.End, err = m.EndAt(); err != nil {
		return nil, nil, err
	}
	if err := s.parties(r, v, rel, ws, before); err != nil {
		return nil, nil, err
	}
	if v.Title, err = invitationTitle(r, m, rel); err != nil {
		return nil, nil, err
	}
	return v, m, v.Validate()
}

// refuseMethod refuses to invite to what is off or over, and to call off what is on.
func refuseMethod(m *core.Meeting, method core.Method, before []*core.Dispatch) error {
	if method != core.MethodCancel {
		if m.Off() {
			return core.Fail(core.CodeState, "state", string(m.Status))
		}
		return nil
	}
	if !m.Off() {
		return core.Fail(core.CodeState, "state", string(m.Status))
	}
	for _, d := range before {
		if d.Method == core.MethodRequest {
			return nil
		}
	}
	return core.Fail(core.CodeNoRecipients)
}

// parties names the organizer and the guests. A cancellation goes to whoever was invited, under the address
// that the invitation went to.
func (s Invitations) parties(r Reader, v *core.Invitation, rel *core.Relationship, ws *core.Workspace, before []*core.Dispatch) error {
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return err
	}
	v.Organizer = partyOf(owner)
	if v.Method == core.MethodPublish {
		return nil
	}
	invited := map[core.ID]string{}
	if v.Method == core.MethodCancel {
		for _, d := range before {
			for _, to := range d.To {
				invited[to.Person] = to.Email
			}
		}
	}
	people, err := loadAll[core.Person](r, rel.Others(ws.Owner))
	if err != nil {
		return err
	}
	for _, p := range people {
		g := partyOf(p)
		if v.Method == core.MethodCancel {
			g.Email = invited[p.ID]
		}
		if part, _ := rel.Participant(p.ID); g.Email == "" || !part.Until.IsZero() && part.Until.Before(core.DateOf(v.Start)) {
			continue
		}
		v.Guests = append(v.Guests, g)
		if len(people) == 1 && p.Language != "" {
			v.Language = p.Language
		}
	}
	return nil
}

func partyOf(p *core.Person) core.Party {
	return core.Party{Person: p.ID, Name: p.Name, Email: p.Email(), Zone: p.Zone}
}

// invitationTitle gives what stands on a guest's calendar: the meeting's title, else who meets.
func invitationTitle(r Reader, m *core.Meeting, rel *core.Relationship) (string, error) {
	if m.Title != "" {
		return m.Title, nil
	}
	if rel.Name != "" {
		return rel.Name, nil
	}
	people, err := loadAll[core.Person](r, participants(rel))
	if err != nil {
		return "", err
	}
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.Name
	}
	title := strings.Join(names, " – ")
	if runes := []rune(title); len(runes) > core.MaxName {
		title = string(runes[:core.MaxName-1]) + "…"
	}
	return title, nil
}
