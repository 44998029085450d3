package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// fileRun is a series in a plain calendar file, with one of its meetings moved by its organizer.
func fileRun(more string) string {
	return calendarText(
		eventText("run", withAmina+"DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=6\nSUMMARY:Weekly"+more),
		eventText("run", withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261215T100000\nDTSTART;TZID=Africa/Nairobi:20261216T120000\nDURATION:PT1H\nSUMMARY:Moved"),
	)
}

// What a file said before is nothing new, whatever was changed here since: an import of the same file, and of one that has
// a new stamp alone, as many programs give it at every export, changes nothing.
func TestAFileTakesBackNothingThatWasChangedHere(t *testing.T) {
	one := func(people string) string {
		return calendarText(eventText("one", people+"DTSTART;TZID=Europe/Berlin:20261201T100000\nDURATION:PT1H\nSUMMARY:Offer\nLOCATION:Room 4"))
	}
	third := func(t *testing.T, p *planner.Planner) core.ID {
		return occurrence(seriesByUID(t, p, "run"), "2026-12-15T10:00")
	}
	for _, c := range []struct {
		name, text string
		change     func(*testing.T, *planner.Planner) error
	}{
		{"another's meeting, moved", one(withAmina), moveOne},
		{"a meeting of a plain file, moved", one("ATTENDEE:mailto:amina.yusuf@kijani.example\n"), moveOne},
		{"renamed, in another room", one(withAmina), func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Change(t.Context(), meetingByUID(t, p, "one").ID, func(m *core.Meeting) error {
				m.Title, m.Place = "Salary", "Room 9"
				return nil
			})
		}},
		{"a moved meeting of a series, moved again", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Move(t.Context(), third(t, p), civil("2026-12-18T09:00"), core.Civil{}, "")
		}},
		{"a plain meeting of a series, moved", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Move(t.Context(), occurrence(seriesByUID(t, p, "run"), "2026-12-08T10:00"), civil("2026-12-09T09:00"), core.Civil{}, "")
		}},
		{"a meeting of a series, deleted", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Delete(t.Context(), occurrence(seriesByUID(t, p, "run"), "2026-12-08T10:00"))
		}},
		{"a moved one, deleted", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Delete(t.Context(), third(t, p))
		}},
		{"a series, renamed", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Series.Change(t.Context(), seriesByUID(t, p, "run").ID, func(s *core.Series) error {
				s.Title = "Our week"
				return nil
			})
		}},
		{"a series, moved", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Series.Move(t.Context(), seriesByUID(t, p, "run").ID, planner.SeriesTime{Start: civil("2026-12-01T15:00")})
		}},
		{"a series, other dates from one on", fileRun(""), func(t *testing.T, p *planner.Planner) error {
			_, err := p.Series.MoveFrom(t.Context(), seriesByUID(t, p, "run").ID, civil("2026-12-22T10:00"), planner.SeriesTime{Start: civil("2026-12-22T15:00")}, 0)
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, c.text)
			ok(t, c.change(t, p))
			here := contents(t, p)
			for _, text := range []string{c.text, restamped(c.text, "20261102")} {
				if plan := readCalendar(t, p, text, planner.CalendarAsBoth); plan.New+plan.Changed > 0 && text == c.text || plan.Changed > 0 {
					t.Errorf("%s: %+v", sums(plan), plan.Steps)
				}
			}
			if take(t, p, c.text); contents(t, p) != here {
				t.Error("the import changed what is here")
			}
		})
	}
}

// What former versions took in has no marks of what its file said. The first import of the very version takes nothing back and
// makes them; then a new stamp alone is nothing new, either.
func TestMarksAreMadeOfTheVersionThatIsKnown(t *testing.T) {
	one := calendarText(eventText("one", withAmina+"DTSTART;TZID=Europe/Berlin:20261201T100000\nDURATION:PT1H\nSUMMARY:Offer\nLOCATION:Room 4"))
	for name, c := range map[string]struct {
		text  string
		edit  func(*testing.T, *planner.Planner) error
		title func(*testing.T, *planner.Planner) (string, string)
	}{
		"a meeting": {one, func(t *testing.T, p *planner.Planner) error {
			return p.Meetings.Change(t.Context(), meetingByUID(t, p, "one").ID, func(m *core.Meeting) error {
				m.Title, m.Origin.Read = "Ours", ""
				return nil
			})
		}, func(t *testing.T, p *planner.Planner) (string, string) {
			m := meetingByUID(t, p, "one")
			return m.Title, m.Origin.Read
		}},
		"a series": {fileRun(""), func(t *testing.T, p *planner.Planner) error {
			return p.Series.Change(t.Context(), seriesByUID(t, p, "run").ID, func(s *core.Series) error {
				s.Title, s.Origin.Read = "Ours", ""
				return nil
			})
		}, func(t *testing.T, p *planner.Planner) (string, string) {
			s := seriesByUID(t, p, "run")
			return s.Title, s.Origin.Read
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			take(t, p, c.text)
			ok(t, c.edit(t, p))
			for _, text := range []string{c.text, c.text, restamped(c.text, "20261102")} {
				take(t, p, text)
				if title, read := c.title(t, p); title != "Ours" || read == "" {
					t.Errorf("%q, marks %q", title, read)
				}
			}
		})
	}
}

func moveOne(t *testing.T, p *planner.Planner) error {
	return p.Meetings.Move(t.Context(), meetingByUID(t, p, "one").ID, civil("2026-12-03T15:00"), core.Civil{}, "")
}

// Of a newer version only what it says otherwise than before is taken, and the preview says from when a meeting moves. A
// higher SEQUENCE says anew when it takes place.
func TestANewerVersionMovesWhatWasMovedHere(t *testing.T) {
	text := func(more string) string {
		return itip("REQUEST", eventText("one", withAmina+"DURATION:PT1H\n"+more))
	}
	const plain = "DTSTART;TZID=Europe/Berlin:20261201T100000\nSUMMARY:Offer"
	for _, c := range []struct{ name, text, was, want string }{
		{"another room", text(plain + "\nLOCATION:Room 5"), "", "2026-12-03T15:00 Offer Room 5"},
		{"another title", text(strings.Replace(plain, "Offer", "Salary", 1)), "", "2026-12-03T15:00 Salary "},
		{"another time", text(strings.Replace(plain, "T10", "T11", 1)), "2026-12-03T15:00", "2026-12-01T11:00 Offer "},
		{"asked anew", text(plain + "\nSEQUENCE:1"), "2026-12-03T15:00", "2026-12-01T10:00 Offer "},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, text(plain))
			asBefore(t, p, func() { ok(t, moveOne(t, p)) })
			plan := readCalendar(t, p, restamped(c.text, "20261102"), planner.CalendarAsBoth)
			was := ""
			if w := plan.Steps[0].Was; w != nil {
				was = w.Start.String()
			}
			if sums(plan) != changedOne || was != c.was {
				t.Errorf("%s, from %q: %+v", sums(plan), was, plan.Steps)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			m := meetingByUID(t, p, "one")
			if got := m.Start.String() + " " + m.Title + " " + m.Place; got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			if moved := m.Start.String() == "2026-12-03T15:00"; moved == m.Origin.Start.IsZero() {
				t.Errorf("the organizer's time: %+v", m.Origin)
			}
		})
	}
}

// A series that the owner renamed and of which they deleted a meeting keeps both where its organizer changes its room, and
// follows where it is moved.
func TestANewerVersionOfASeriesThatWasChangedHere(t *testing.T) {
	p := open(t)
	take(t, p, fileRun(""))
	s := seriesByUID(t, p, "run")
	ok(t, p.Series.Change(t.Context(), s.ID, func(s *core.Series) error {
		s.Title = "Our week"
		return nil
	}))
	ok(t, p.Meetings.Delete(t.Context(), occurrence(s, "2026-12-08T10:00")))
	if got := take(t, p, fileRun("\nLOCATION:Room 5")); got != "new 0, changed 1, same 1, refused 0" {
		t.Error(got)
	}
	if s := seriesByUID(t, p, "run"); s.Title != "Our week" || s.Place != "Room 5" || len(s.Except) != 1 {
		t.Errorf("%+v", s)
	}
	take(t, p, strings.Replace(fileRun("\nLOCATION:Room 5"), ":20261201T10", ":20261201T16", 1))
	if s := seriesByUID(t, p, "run"); s.Title != "Our week" || s.Start.String() != "2026-12-01T16:00" || len(s.Except) != 0 {
		t.Errorf("%+v", s)
	}
}
