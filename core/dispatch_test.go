package core_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestDispatchValidate(t *testing.T) {
	refuses(t, aDispatch, []string{"series", "to.person", "moved.original", "moved.start", "moved.end", "agenda", "elsewhere"},
		choices("method", func(d *core.Dispatch) *core.Method { return &d.Method }, core.MethodRequest, core.MethodPublish, core.MethodCancel, core.MethodReply, core.MethodCounter, core.MethodUninvite),
		texts("uid", core.MaxLine, true, false, func(d *core.Dispatch) *string { return &d.UID }),
		figures("sequence", 0, math.MaxInt32, func(d *core.Dispatch) *int { return &d.Sequence }),
		moments("at", true, func(d *core.Dispatch) *time.Time { return &d.At }),
		texts("title", core.MaxName, false, false, func(d *core.Dispatch) *string { return &d.Title }),
		texts("rule", core.MaxRule, false, false, func(d *core.Dispatch) *string { return &d.Rule }),
		texts("place", core.MaxLine, false, false, func(d *core.Dispatch) *string { return &d.Place }),
		texts("others.1.name", core.MaxName, false, false, func(d *core.Dispatch) *string { return &d.Others[0].Name }),
		choices("others.1.answer", func(d *core.Dispatch) *core.Answer { return &d.Others[0].Answer }, append([]core.Answer{""}, core.Answers()...)...),
		addresses("link", func(d *core.Dispatch) *string { return &d.Link }),
		texts("moved.1.title", core.MaxName, false, false, func(d *core.Dispatch) *string { return &d.Moved[0].Title }),
		texts("moved.1.place", core.MaxLine, false, false, func(d *core.Dispatch) *string { return &d.Moved[0].Place }),
		addresses("moved.1.link", func(d *core.Dispatch) *string { return &d.Moved[0].Link }),
		spans(func(d *core.Dispatch) (*core.Civil, *core.Civil, *core.Zone) { return &d.Start, &d.End, &d.Zone }),
		[]row[core.Dispatch]{
			{"about nothing", func(d *core.Dispatch) { d.Meeting = core.ID{} }, "required meeting", ""},
			{"about a meeting and a series", func(d *core.Dispatch) { d.Series = id(400) }, "required meeting", ""},
			{"about a series", func(d *core.Dispatch) { d.Meeting, d.Series = core.ID{}, id(400) }, "", ""},
			{"an occurrence at 24:00", func(d *core.Dispatch) { d.Occurrence.Hour = 24 }, "bad_time occurrence", ""},
			{"an exception at 24:00", func(d *core.Dispatch) { d.Except[0].Hour = 24 }, "bad_time except.1", ""},
			{"too many exceptions", func(d *core.Dispatch) { d.Except = many(d.Start) }, "too_many except", ""},
			{"moved to no time", func(d *core.Dispatch) { d.Moved[0].Start.Hour = 24 }, "bad_time moved.1", ""},
			{"moved with a count below none", func(d *core.Dispatch) { d.Moved[0].Sequence = -1 }, "bad_number moved.1.sequence", ""},
			{"too many moved", func(d *core.Dispatch) { d.Moved = many(d.Moved[0]) }, "too_many moved", ""},
			{"a publication that withdraws one", func(d *core.Dispatch) { d.Method, d.Off = core.MethodPublish, true }, "", ""},
			{"a request that withdraws one", func(d *core.Dispatch) { d.Method, d.Off = core.MethodRequest, true }, "bad_choice off", ""},
			{"an answer", func(d *core.Dispatch) { d.Method, d.Answer = core.MethodReply, core.AnswerDeclined }, "", ""},
			{"no answer yet", func(d *core.Dispatch) { d.Method, d.Answer = core.MethodReply, core.AnswerNone }, "bad_choice answer", ""},
			{"an answer to oneself", func(d *core.Dispatch) { d.Method, d.Answer = core.MethodRequest, core.AnswerDeclined }, "bad_choice answer", ""},
			{"to nowhere", func(d *core.Dispatch) { d.To[0].Email = "" }, "required to.1.email", ""},
			{"to no address", func(d *core.Dispatch) { d.To[0].Email = "amina" }, "bad_email to.1.email", ""},
			{"to an outsider nowhere", func(d *core.Dispatch) { d.Others[0].Email = "" }, "required others.1.email", ""},
			{"to an outsider at no address", func(d *core.Dispatch) { d.Others[0].Email = "kim" }, "bad_email others.1.email", ""},
			{"to too many outsiders", func(d *core.Dispatch) { d.Others = many(d.Others[0]) }, "too_many others", ""},
			{"from no address", func(d *core.Dispatch) { d.From = "amina" }, "bad_email from", ""},
			{"to nobody", func(d *core.Dispatch) { d.To = nil }, "", ""},
			{"to too many", func(d *core.Dispatch) { d.To = many(d.To[0]) }, "too_many to", ""},
			{"nothing", func(d *core.Dispatch) { *d = core.Dispatch{} }, "required meeting; bad_choice method; required uid; required at; " +
				"bad_time start; bad_time end; bad_zone zone", ""},
		},
	)
}

// dispatch notes that the meeting was sent as it is.
func dispatch(m *core.Meeting, method core.Method, sequence, minute int) *core.Dispatch {
	return &core.Dispatch{
		Meeting: m.ID, Method: method, UID: m.UID, Sequence: sequence, At: noon.Add(time.Duration(minute) * time.Minute),
		Title: m.Title, Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, Link: m.Link,
	}
}

func TestNextSequence(t *testing.T) {
	const request, publish, cancel = core.MethodRequest, core.MethodPublish, core.MethodCancel
	for _, c := range []struct {
		name   string
		last   core.Method
		change func(*core.Meeting)
		next   core.Method
		want   int
	}{
		{"again", request, func(*core.Meeting) {}, request, 4},
		{"a new title", request, func(m *core.Meeting) { m.Title = "New" }, request, 4},
		{"a new place and link", request, func(m *core.Meeting) { m.Place, m.Link = "Room 5", "https://example.org" }, request, 4},
		{"a new reminder and agenda", request, func(m *core.Meeting) { m.Reminders, m.Agenda = nil, nil }, request, 4},
		{"a new start", request, func(m *core.Meeting) { m.Start = civil("2026-03-02T13:30") }, request, 5},
		{"a new end", request, func(m *core.Meeting) { m.End = civil("2026-03-02T15:00") }, request, 5},
		{"a new zone", request, func(m *core.Meeting) { m.Zone = "Europe/London" }, request, 5},
		{"cancelled", request, func(*core.Meeting) {}, cancel, 5},
		{"cancelled and moved at once", request, func(m *core.Meeting) { m.Zone = "Europe/London" }, cancel, 5},
		{"cancelled once more", cancel, func(*core.Meeting) {}, cancel, 4},
		{"asked again after it was cancelled", cancel, func(*core.Meeting) {}, request, 5},
		{"published after it was cancelled", cancel, func(*core.Meeting) {}, publish, 5},
		{"published", request, func(*core.Meeting) {}, publish, 4},
		{"published as off", publish, func(m *core.Meeting) { m.Status = core.MeetingCancelled }, publish, 5},
		{"published as off, which guests know", cancel, func(m *core.Meeting) { m.Status = core.MeetingCancelledLate }, publish, 4},
		{"asked after it was published", publish, func(*core.Meeting) {}, request, 4},
		{"asked, moved, after it was published", publish, func(m *core.Meeting) { m.End = civil("2026-03-02T15:00") }, request, 5},
	} {
		m := aMeeting()
		older := aMeeting()
		older.Start = civil("2026-03-01T14:00")
		for _, sent := range [][]*core.Dispatch{
			{dispatch(older, request, 3, 0), dispatch(m, c.last, 4, 1)},
			{dispatch(m, c.last, 4, 1), dispatch(older, request, 3, 5)}, // whatever their order and clock
		} {
			next := *m
			c.change(&next)
			if got := core.NextSequence(&next, c.next, sent); got != c.want {
				t.Errorf("%s: %d, want %d", c.name, got, c.want)
			}
		}
	}
	for _, method := range []core.Method{request, publish, cancel} {
		if got := core.NextSequence(aMeeting(), method, nil); got != 0 {
			t.Errorf("the first %s has %d", method, got)
		}
	}
}

// A meeting is moved, renamed, called off, undone to an older state and sent, in any order. What the world sees
// never falls, rises whenever a guest has to answer anew, and else stays.
func TestNextSequenceOverHistories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := aMeeting()
		states := []core.Meeting{*m}
		var sent []*core.Dispatch
		for i := range rapid.IntRange(1, 25).Draw(t, "n") {
			switch rapid.SampledFrom([]string{"move", "zone", "title", "undo", "request", "cancel", "publish"}).Draw(t, "do") {
			case "move":
				m.Start = m.Start.AddMinutes(15 * rapid.IntRange(-4, 4).Draw(t, "by"))
				m.End = m.Start.AddMinutes(45)
			case "zone":
				m.Zone = rapid.SampledFrom([]core.Zone{"Europe/Berlin", "Asia/Kolkata"}).Draw(t, "zone")
			case "title":
				m.Title, m.Place = rapid.StringN(0, 5, -1).Draw(t, "title"), "Room"
			case "undo":
				*m = rapid.SampledFrom(states).Draw(t, "state") // never takes back what was sent
			case "request":
				sent = sending(t, m, core.MethodRequest, sent, i)
			case "cancel":
				sent = sending(t, m, core.MethodCancel, sent, i)
			case "publish":
				sent = sending(t, m, core.MethodPublish, sent, i)
			}
			states = append(states, *m)
		}
	})
}

func sending(t *rapid.T, m *core.Meeting, method core.Method, sent []*core.Dispatch, minute int) []*core.Dispatch {
	n := core.NextSequence(m, method, rapid.Permutation(sent).Draw(t, "sent"))
	if len(sent) == 0 {
		if n != 0 {
			t.Fatalf("the first has %d", n)
		}
		return append(sent, dispatch(m, method, n, minute))
	}
	last := sent[len(sent)-1]
	moved := last.Start != m.Start || last.End != m.End || last.Zone != m.Zone
	turned := (last.Method == core.MethodCancel) != (method == core.MethodCancel)
	want := last.Sequence
	if moved || turned {
		want++
	}
	if n != want {
		t.Fatalf("after %d (%s) comes %d (%s), moved %v", last.Sequence, last.Method, n, method, moved)
	}
	return append(sent, dispatch(m, method, n, minute))
}

// TestSequencesOfASeries sends messages about a series and its occurrences, and holds the count that they share.
func TestSequencesOfASeries(t *testing.T) {
	series := &core.Dispatch{Series: id(400), Method: core.MethodRequest, Start: civil("2026-03-02T14:00"), End: civil("2026-03-02T14:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"}
	one := func(original, start string) *core.Meeting {
		return &core.Meeting{Series: id(400), Recurrence: civil(original), Start: civil(start), End: civil(start).AddMinutes(45), Zone: "Europe/Berlin"}
	}
	var sent []*core.Dispatch
	at := noon
	all := func(edit func(d *core.Dispatch)) int {
		d := *series
		edit(&d)
		d.Sequence, d.At = core.NextSeriesSequence(&d, sent), at
		at = at.Add(time.Hour)
		sent = append(sent, &d)
		return d.Sequence
	}
	single := func(m *core.Meeting, method core.Method) int {
		n := core.NextOccurrenceSequence(m, method, sent)
		sent = append(sent, &core.Dispatch{Series: id(400), Occurrence: m.Recurrence, Method: method, Sequence: n, At: at, Start: m.Start, End: m.End, Zone: m.Zone})
		at = at.Add(time.Hour)
		return n
	}
	same := func(*core.Dispatch) {}
	moved := func(d *core.Dispatch) {
		d.Moved = []core.Moved{{Original: civil("2026-03-16T14:00"), Start: civil("2026-03-17T09:00"), End: civil("2026-03-17T09:45")}}
	}
	got := []int{
		all(same), all(func(d *core.Dispatch) { d.Title = "Another" }),
		single(one("2026-03-09T14:00", "2026-03-09T14:00"), core.MethodRequest), // as they have it
		single(one("2026-03-09T14:00", "2026-03-10T14:00"), core.MethodRequest), // moved
		single(one("2026-03-09T14:00", "2026-03-10T14:00"), core.MethodRequest),
		single(one("2026-03-09T14:00", "2026-03-10T14:00"), core.MethodCancel),
		single(one("2026-03-16T14:00", "2026-03-16T14:00"), core.MethodRequest), // another: the count is its own
		all(moved), all(moved),
		single(one("2026-03-16T14:00", "2026-03-17T09:00"), core.MethodRequest), // they have it from the whole
		all(func(d *core.Dispatch) { moved(d); d.Except = []core.Civil{civil("2026-03-23T14:00")} }),
		single(one("2026-03-23T14:00", "2026-03-23T14:00"), core.MethodCancel), // and that it is off
		all(func(d *core.Dispatch) { d.Method = core.MethodCancel }),
	}
	// A new version of all is none below those of its occurrences.
	if want := []int{0, 0, 0, 1, 1, 2, 0, 0, 0, 0, 2, 2, 3}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A single meeting goes out in UTC: another clock that shows the same instants says nothing new to anybody. A series is
// told by its clock, whose changes move it.
func TestAMoveByZoneAlone(t *testing.T) {
	berlin := &core.Dispatch{Method: core.MethodRequest, Sequence: 3, Start: core.NewDate(2026, 12, 3).At(11, 0), End: core.NewDate(2026, 12, 3).At(12, 0), Zone: "Europe/Berlin"}
	for name, c := range map[string]struct {
		hour, end int
		zone      core.Zone
		want      int
	}{
		"the same instants": {13, 14, "Africa/Nairobi", 3},
		"another instant":   {11, 12, "Africa/Nairobi", 4},
		"another length":    {13, 15, "Africa/Nairobi", 4},
		"as it was":         {11, 12, "Europe/Berlin", 3},
	} {
		m := &core.Meeting{Start: core.NewDate(2026, 12, 3).At(c.hour, 0), End: core.NewDate(2026, 12, 3).At(c.end, 0), Zone: c.zone}
		if got := core.NextSequence(m, core.MethodRequest, []*core.Dispatch{berlin}); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	run := *berlin
	run.Rule = "FREQ=WEEKLY"
	now := run
	now.Start, now.End, now.Zone = core.NewDate(2026, 12, 3).At(13, 0), core.NewDate(2026, 12, 3).At(14, 0), "Africa/Nairobi"
	if got := core.NextSeriesSequence(&now, []*core.Dispatch{&run}); got != 4 {
		t.Errorf("a series on another clock: %d", got)
	}
}

// A meeting of a series that was called off is an EXDATE of the next message about the whole, and that is a new version
// of it (RFC 5546 2.1.4), once. One that was moved alone has a count of its own.
func TestAnExceptionIsANewVersionOfTheWhole(t *testing.T) {
	first := core.NewDate(2026, 12, 3)
	sent := &core.Dispatch{Method: core.MethodRequest, Start: first.At(16, 0), End: first.At(17, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY", At: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)}
	alone := &core.Dispatch{Method: core.MethodCancel, Sequence: 1, Occurrence: first.AddDays(7).At(16, 0), Start: first.AddDays(7).At(16, 0), End: first.AddDays(7).At(17, 0), Zone: sent.Zone, At: sent.At.Add(time.Hour)}
	now := *sent
	now.Except = []core.Civil{alone.Occurrence}
	if got := core.NextSeriesSequence(&now, []*core.Dispatch{sent, alone}); got != 1 {
		t.Errorf("with an exception: %d", got)
	}
	now.Sequence, now.At = 1, alone.At.Add(time.Hour)
	again := now
	if got := core.NextSeriesSequence(&again, []*core.Dispatch{sent, alone, &now}); got != 1 {
		t.Errorf("the same again: %d", got)
	}
	back := *alone
	back.Method, back.Sequence, back.At = core.MethodRequest, 2, now.At.Add(time.Hour)
	if got := core.NextSeriesSequence(&again, []*core.Dispatch{sent, alone, &now, &back}); got != 2 {
		t.Errorf("once more, after word that it takes place: %d", got)
	}
	moved := *sent
	moved.Moved = []core.Moved{{Original: first.AddDays(14).At(16, 0), Start: first.AddDays(15).At(16, 0), End: first.AddDays(15).At(17, 0)}}
	if got := core.NextSeriesSequence(&moved, []*core.Dispatch{sent}); got != 0 {
		t.Errorf("with one moved: %d", got)
	}
}
