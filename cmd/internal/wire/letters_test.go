package wire

import (
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// correspondence is Anna in New York, who organizes, Boris in Moscow and Kofi in London, who are invited, and what is
// written between them, in one language. Boris has a workspace of his own; the letters that Kofi gets are not his to answer.
type correspondence struct {
	clock      *ticking
	lang       core.Language
	anna       *planner.Planner
	boris      *planner.Planner
	pair, trio core.ID // relationships of Anna's
	dir        string
	out        strings.Builder
}

func correspond(t *testing.T, lang core.Language) *correspondence {
	t.Helper()
	c := &correspondence{clock: &ticking{time.Date(2027, 1, 4, 9, 0, 0, 0, time.UTC)}, lang: lang, dir: t.TempDir()}
	anna := core.Person{Name: "Анна Смирнова", Emails: []string{"anna@x.example"}, Zone: "America/New_York"}
	boris := core.Person{Name: "Boris", Emails: []string{"boris@x.example"}, Zone: "Europe/Moscow", Language: lang}
	kofi := core.Person{Name: "Kofi", Emails: []string{"kofi@x.example"}, Zone: "Europe/London"}
	c.anna = c.workspace(t, anna, core.RoleMentor)
	c.pair = begin(t, c.anna, "", core.FormatIndividual, boris)
	c.trio = begin(t, c.anna, "Circle", core.FormatGroup, boris, kofi)
	c.boris = c.workspace(t, boris, core.RoleMentee)
	begin(t, c.boris, "", core.FormatIndividual, anna)
	return c
}

func (c *correspondence) workspace(t *testing.T, me core.Person, as core.Role) *planner.Planner {
	t.Helper()
	store, err := storage.Create(t.Context(), filepath.Join(c.dir, me.Emails[0]+".mentorbook"), storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	p, err := Planner(t.Context(), store, c.clock, "test", c.lang)
	ok(t, err)
	_, err = p.Workspace.Start(t.Context(), planner.Start{Owner: me, Side: as, Language: c.lang})
	ok(t, err)
	return p
}

// begin relates the owner to others, whom the workspace may know.
func begin(t *testing.T, p *planner.Planner, name string, format core.Format, others ...core.Person) core.ID {
	t.Helper()
	ws, err := p.Workspace.Get(t.Context())
	ok(t, err)
	known, err := p.People.All(t.Context())
	ok(t, err)
	owner, theirs := core.RoleMentor, core.RoleMentee
	if len(others) == 1 && others[0].Name == "Анна Смирнова" {
		owner, theirs = theirs, owner
	}
	rel := core.Relationship{Name: name, Format: format, Duration: core.DurationLong, Specialisation: core.SpecCareer, Participants: []core.Participant{{Person: ws.Owner, Role: owner}}}
	fresh := map[int]core.Person{}
	for i, who := range others {
		part := core.Participant{Role: theirs}
		for _, k := range known {
			if k.HasEmail(who.Emails[0]) {
				part.Person = k.ID
			}
		}
		if part.Person.IsZero() {
			fresh[i+1] = who
		}
		rel.Participants = append(rel.Participants, part)
	}
	made, err := p.Relationships.Begin(t.Context(), rel, fresh)
	ok(t, err)
	return made.ID
}

// plan makes a meeting of the pair, or of all three.
func (c *correspondence) plan(t *testing.T, rel core.ID, title, start string) core.ID {
	t.Helper()
	m, err := c.anna.Meetings.PlanFor(t.Context(), core.Meeting{Relationship: rel, Title: title, Start: civil(start), Zone: "America/New_York", Place: "Room 4", Link: "https://meet.example/1"}, 45)
	ok(t, err)
	return m.ID
}

func (c *correspondence) series(t *testing.T, rel core.ID, title, start, rule string) *core.Series {
	t.Helper()
	from := civil(start)
	s, err := c.anna.Series.Plan(t.Context(), core.Series{Relationship: rel, Title: title, Start: from, End: from.AddMinutes(60), Zone: "America/New_York", Rule: rule})
	ok(t, err)
	return s
}

// tell writes a letter and keeps what its readers read of it, and gives the calendars in it.
func (c *correspondence) tell(t *testing.T, situation string, p *planner.Planner, id core.ID, method core.Method, how planner.Sending) []string {
	t.Helper()
	c.clock.now = c.clock.now.Add(time.Minute)
	path := filepath.Join(c.dir, "letter.eml")
	sent, err := p.Invitations.SendAs(t.Context(), id, method, path, how)
	if err != nil {
		t.Fatalf("%s: %v", situation, err)
	}
	var all []string
	for i := range sent {
		file := planner.ManyFile(path, i, len(sent))
		raw, err := os.ReadFile(file)
		ok(t, err)
		all = append(all, string(raw))
		c.keep(t, situation, string(raw))
	}
	return all
}

func (c *correspondence) keep(t *testing.T, situation, raw string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(raw))
	ok(t, err)
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	ok(t, err)
	to, err := m.Header.AddressList("To")
	ok(t, err)
	var names []string
	for _, a := range to {
		names = append(names, a.Name)
	}
	fmt.Fprintf(&c.out, "=== %s (%s → %s)\n%s\n\n%s\n\n", situation, c.clock.now.Format("2 Jan 15:04"), strings.Join(names, ", "), subject, plainOf(t, m.Header.Get("Content-Type"), m.Body))
}

// plainOf gives the text of the first part of the innermost parts, which is what people read.
func plainOf(t *testing.T, kind string, body io.Reader) string {
	t.Helper()
	_, params, err := mime.ParseMediaType(kind)
	ok(t, err)
	if params["boundary"] == "" {
		text, err := io.ReadAll(body)
		ok(t, err)
		return strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	}
	part, err := multipart.NewReader(body, params["boundary"]).NextRawPart()
	ok(t, err)
	if part.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
		return plainOf(t, part.Header.Get("Content-Type"), quotedprintable.NewReader(part))
	}
	return plainOf(t, part.Header.Get("Content-Type"), part)
}

// deliver hands a letter over to somebody.
func deliver(t *testing.T, p *planner.Planner, raw string) {
	t.Helper()
	plan, err := p.CalendarFiles.Read(t.Context(), "letter.eml", strings.NewReader(raw), planner.CalendarAsBoth)
	ok(t, err)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
}

// inWords keeps what a mail program is handed that opens no calendars.
func (c *correspondence) inWords(t *testing.T, situation string, id core.ID, method core.Method) {
	t.Helper()
	words, err := c.anna.Invitations.InWords(t.Context(), id, method, planner.Sending{})
	ok(t, err)
	fmt.Fprintf(&c.out, "=== %s (→ %s)\n%s\n\n%s\n\n", situation, strings.Join(words.To, ", "), words.Subject, words.Text)
}

// TestLetters writes what can be told of a meeting and of a series, in each language, and holds it against testdata, so
// that it is read anew whenever a word of it changes: go test ./cmd/internal/wire -run TestLetters -update.
func TestLetters(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		var all strings.Builder
		for _, write := range []func(*testing.T, *correspondence){
			lettersOfOne, lettersOfAnswers, lettersOfOneInASeries, lettersOfSeries, lettersOfLater, lettersOfRules, lettersToSeveral, lettersOfDaysOff,
		} {
			c := correspond(t, lang)
			write(t, c)
			all.WriteString(c.out.String())
		}
		have := strings.ReplaceAll(all.String(), "\u00a0", " ")
		path := filepath.Join("testdata", "letters."+string(lang)+".txt")
		if *update {
			ok(t, os.WriteFile(path, []byte(have), 0o600))
		}
		want, err := os.ReadFile(path)
		ok(t, err)
		if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(have, "\n")); d != "" {
			t.Errorf("%s (-want +have):\n%s", path, d)
		}
	}
}

const (
	request = core.MethodRequest
	cancel  = core.MethodCancel
)

func lettersOfOne(t *testing.T, c *correspondence) {
	ctx, p := t.Context(), c.anna
	m := c.plan(t, c.pair, "First steps", "2027-01-12T10:00")
	c.inWords(t, "an invitation in words alone", m, request)
	deliver(t, c.boris, c.tell(t, "an invitation", p, m, request, planner.Sending{})[0])
	c.tell(t, "the same again", p, m, request, planner.Sending{})
	ok(t, p.Meetings.Move(ctx, m, civil("2027-01-12T20:00"), core.Civil{}, ""))
	c.tell(t, "moved to what is another day for the guest", p, m, request, planner.Sending{})
	ok(t, p.Replies.Note(ctx, m, c.boriss(t), core.AnswerAccepted, ""))
	ok(t, p.Meetings.Change(ctx, m, func(m *core.Meeting) error {
		m.Title, m.Place = "Next steps", "Room 5"
		return nil
	}))
	c.tell(t, "another title and place, the guest has accepted", p, m, request, planner.Sending{})
	ok(t, p.Meetings.Change(ctx, m, func(m *core.Meeting) error {
		m.Place, m.Link = "", ""
		return nil
	}))
	ok(t, p.Meetings.Move(ctx, m, civil("2027-01-05T10:00"), core.Civil{}, ""))
	c.tell(t, "another time, and no place and link any more", p, m, request, planner.Sending{})
	c.clock.now = time.Date(2027, 1, 5, 9, 0, 0, 0, time.UTC)
	ok(t, p.Meetings.Cancel(ctx, m, "I am ill.\nSorry!"))
	c.inWords(t, "called off late, in words alone", m, cancel)
	c.tell(t, "called off late", p, m, cancel, planner.Sending{})
	_, err := p.Undo(ctx)
	ok(t, err)
	c.tell(t, "it takes place after all", p, m, request, planner.Sending{})
}

// boriss gives Boris as Anna knows him.
func (c *correspondence) boriss(t *testing.T) core.ID {
	t.Helper()
	rel, err := c.anna.Relationships.Get(t.Context(), c.pair)
	ok(t, err)
	return rel.Mentees()[0]
}

func lettersOfAnswers(t *testing.T, c *correspondence) {
	m := c.plan(t, c.pair, "First steps", "2027-01-12T10:00")
	s := c.series(t, c.pair, "Mentoring", "2027-01-18T23:00", "FREQ=WEEKLY;COUNT=20")
	deliver(t, c.boris, c.tell(t, "an invitation, to be answered", c.anna, m, request, planner.Sending{})[0])
	deliver(t, c.boris, c.tell(t, "a series, to be answered", c.anna, s.ID, request, planner.Sending{})[0])
	uid := func(id core.ID) (meeting, series core.ID) {
		all, err := c.boris.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2027, 1, 1), To: core.NewDate(2027, 2, 4)})
		ok(t, err)
		for _, x := range all {
			if x.Series.IsZero() {
				meeting = x.ID
			} else {
				series = x.Series
			}
		}
		return meeting, series
	}
	meeting, series := uid(m)
	run, err := c.boris.Series.Get(t.Context(), series)
	ok(t, err)
	one := core.OccurrenceID(series, run.Start.AddMinutes(7*24*60))
	for _, answer := range []core.Answer{core.AnswerAccepted, core.AnswerTentative, core.AnswerDeclined} {
		how := planner.Sending{Answer: answer, Comment: "See you."}
		c.tell(t, "a meeting is "+string(answer), c.boris, meeting, core.MethodReply, how)
		c.tell(t, "one of a series is "+string(answer), c.boris, one, core.MethodReply, how)
		if answer != core.AnswerDeclined {
			c.tell(t, "a series is "+string(answer), c.boris, series, core.MethodReply, how)
		}
	}
	c.tell(t, "a meeting at another time, the present one is declined", c.boris, meeting, core.MethodCounter, planner.Sending{Start: civil("2027-01-13T19:00"), Comment: "Later?"})
	proposal := c.tell(t, "one of a series at another time", c.boris, one, core.MethodCounter, planner.Sending{Start: civil("2027-01-27T19:00"), Zone: "Europe/Moscow", Answer: core.AnswerAccepted})
	deliver(t, c.anna, proposal[0])
	proposals := c.tell(t, "a series at another time", c.boris, series, core.MethodCounter, planner.Sending{Start: civil("2027-01-20T19:00"), Zone: "Europe/Moscow"})
	deliver(t, c.anna, proposals[0])
	c.tell(t, "one of a series stays", c.anna, core.OccurrenceID(s.ID, s.Start.AddMinutes(7*24*60)), core.MethodDeclineCounter, planner.Sending{Comment: "I can't then."})
	c.tell(t, "a series stays", c.anna, s.ID, core.MethodDeclineCounter, planner.Sending{})
}

func lettersOfOneInASeries(t *testing.T, c *correspondence) {
	ctx, p := t.Context(), c.anna
	s := c.series(t, c.pair, "Mentoring", "2027-01-18T23:00", "FREQ=WEEKLY;COUNT=20")
	c.tell(t, "a series in which things will change", p, s.ID, request, planner.Sending{})
	one := core.OccurrenceID(s.ID, civil("2027-01-25T23:00"))
	ok(t, p.Meetings.Move(ctx, one, civil("2027-01-27T10:00"), core.Civil{}, ""))
	c.tell(t, "one moved", p, one, request, planner.Sending{})
	ok(t, p.Meetings.Move(ctx, one, civil("2027-01-28T10:00"), core.Civil{}, ""))
	c.tell(t, "one moved again", p, one, request, planner.Sending{})
	ok(t, p.Meetings.Cancel(ctx, one, ""))
	c.tell(t, "one that was moved is called off", p, one, cancel, planner.Sending{})
	second := core.OccurrenceID(s.ID, civil("2027-02-01T23:00"))
	ok(t, p.Meetings.Change(ctx, second, func(m *core.Meeting) error {
		m.Title = "Review"
		return nil
	}))
	c.tell(t, "one renamed", p, second, request, planner.Sending{})
	spring := core.OccurrenceID(s.ID, civil("2027-03-22T23:00"))
	ok(t, p.Meetings.Cancel(ctx, spring, "Travel"))
	c.tell(t, "one called off, when the hours have parted", p, spring, cancel, planner.Sending{})
	_, err := p.Undo(ctx)
	ok(t, err)
	c.tell(t, "one back", p, spring, request, planner.Sending{})
}

func lettersOfSeries(t *testing.T, c *correspondence) {
	ctx, p := t.Context(), c.anna
	s := c.series(t, c.pair, "", "2027-01-18T23:00", "FREQ=WEEKLY")
	c.tell(t, "a series without a title and an end", p, s.ID, request, planner.Sending{})
	ok(t, p.Meetings.Move(ctx, core.OccurrenceID(s.ID, s.Start), civil("2027-01-19T10:00"), core.Civil{}, ""))
	ok(t, p.Meetings.Change(ctx, core.OccurrenceID(s.ID, civil("2027-02-01T23:00")), func(m *core.Meeting) error {
		m.Title, m.Place = "Review", "Room 5"
		return nil
	}))
	for i := range 10 {
		ok(t, p.Meetings.Cancel(ctx, core.OccurrenceID(s.ID, civil("2027-02-08T23:00").AddMinutes(i*7*24*60)), ""))
	}
	c.tell(t, "a series with meetings that differ, more than are listed", p, s.ID, request, planner.Sending{})
	c.inWords(t, "the same in words alone", s.ID, request)
	ok(t, p.Series.Change(ctx, s.ID, func(s *core.Series) error {
		s.Title, s.Place = "Mentoring", "Room 4"
		return nil
	}))
	c.tell(t, "a series with another title and place", p, s.ID, request, planner.Sending{})
	c.clock.now = time.Date(2027, 4, 10, 9, 0, 0, 0, time.UTC)
	c.tell(t, "the same again, when it is under way", p, s.ID, request, planner.Sending{})
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2027-04-20T12:00"), Rule: "FREQ=WEEKLY;INTERVAL=2"}))
	c.tell(t, "a series at another time by another rule", p, s.ID, request, planner.Sending{})
	ok(t, p.Series.EndFrom(ctx, s.ID, core.NewDate(2027, 6, 2), "Holidays."))
	c.tell(t, "a series that gets an end", p, s.ID, request, planner.Sending{})
}

func lettersOfLater(t *testing.T, c *correspondence) {
	ctx, p := t.Context(), c.anna
	s := c.series(t, c.pair, "Mentoring", "2027-01-18T23:00", "FREQ=WEEKLY;COUNT=20")
	c.tell(t, "a series of which a part will go on otherwise", p, s.ID, request, planner.Sending{})
	next, err := p.Series.MoveFrom(ctx, s.ID, civil("2027-02-15T23:00"), planner.SeriesTime{Start: civil("2027-02-16T10:00")}, 60)
	ok(t, err)
	c.tell(t, "what was before", p, s.ID, request, planner.Sending{})
	c.tell(t, "this and later", p, next.ID, request, planner.Sending{})
	ok(t, p.Series.CallOff(ctx, next.ID, "No time."))
	c.tell(t, "a series called off", p, next.ID, cancel, planner.Sending{})
	_, err = p.Undo(ctx)
	ok(t, err)
	c.tell(t, "a series takes place after all", p, next.ID, request, planner.Sending{})
}

func lettersOfRules(t *testing.T, c *correspondence) {
	for _, x := range []struct{ name, start, rule string }{
		{"the last Friday of the month, which is the next day for the guest", "2027-01-29T20:00", "FREQ=MONTHLY;BYDAY=-1FR"},
		{"a date of the month, which is the next one for the guest", "2027-01-15T20:00", "FREQ=MONTHLY"},
		{"two days of every second week", "2027-01-12T10:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"},
		{"the evening of each weekday", "2027-01-12T20:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270201T230000Z"},
	} {
		s := c.series(t, c.pair, "Mentoring", x.start, x.rule)
		c.tell(t, x.name, c.anna, s.ID, request, planner.Sending{})
	}
}

func lettersToSeveral(t *testing.T, c *correspondence) {
	ctx, p := t.Context(), c.anna
	s := c.series(t, c.trio, "Circle", "2027-01-18T20:00", "FREQ=WEEKLY;COUNT=20")
	c.tell(t, "a series of several", p, s.ID, request, planner.Sending{})
	one := core.OccurrenceID(s.ID, civil("2027-01-25T20:00"))
	ok(t, p.Meetings.Move(ctx, one, civil("2027-01-27T10:00"), core.Civil{}, ""))
	c.tell(t, "one of them moved", p, one, request, planner.Sending{})
	ok(t, p.Meetings.Cancel(ctx, core.OccurrenceID(s.ID, civil("2027-02-01T20:00")), ""))
	c.tell(t, "a series of several with changes", p, s.ID, request, planner.Sending{})
	c.tell(t, "the same to each by themselves", p, s.ID, request, planner.Sending{Separately: true})
	m := c.plan(t, c.trio, "", "2027-01-12T10:00")
	c.tell(t, "a meeting of several", p, m, request, planner.Sending{Together: true})
}

func lettersOfDaysOff(t *testing.T, c *correspondence) {
	s := c.series(t, c.pair, "Mentoring", "2027-01-18T10:00", "FREQ=WEEKLY;INTERVAL=2")
	c.tell(t, "a series with days off before it", c.anna, s.ID, request, planner.Sending{})
	m := c.plan(t, c.pair, "First steps", "2027-01-19T10:00")
	c.tell(t, "a meeting with days off before it", c.anna, m, request, planner.Sending{})
	for _, off := range []planner.TimeOff{
		{Period: core.Period{From: core.NewDate(2027, 1, 18), To: core.NewDate(2027, 1, 23)}, MoveDays: 7},
		{Period: core.Period{From: core.NewDate(2027, 1, 25), To: core.NewDate(2027, 1, 30)}, Reason: "Skiing"},
	} {
		all, err := c.anna.Meetings.TakeOff(t.Context(), off)
		ok(t, err)
		for _, msg := range all {
			c.tell(t, "days off: "+string(msg.Method), c.anna, msg.Of, msg.Method, planner.Sending{})
		}
	}
}
