// Package sample makes workspaces to try the program with: believable ones, in two languages, for a mentor and
// for a mentee, and large ones for measuring. Everything in them is dated relative to a given day, and the same
// options always make the same records. All people and companies in them are invented.
package sample

import (
	"context"
	"iter"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Options says which sample is wanted.
type Options struct {
	As            core.Role // RoleMentor or RoleMentee
	Now           time.Time
	Language      core.Language // of the owner and of the program
	Written       core.Language // Russian: all of a small sample is; otherwise some of its people write English, some Russian
	Zone          core.Zone     // the owner's; "" is Europe/Berlin
	Relationships int           // 0: the small sample; otherwise a large one of so many
	Meetings      int           // of each relationship, in a large one
	Actions       int           // of each meeting, in a large one
	Seed          int64         // of a large one
	Workspace     core.ID       // of the workspace itself; zero: made of the rest of the options, by Fill for a small one: anew
}

// MostRecords is how many records a large sample may have: some seven gigabytes as a file.
const MostRecords = 5_000_000

// Size tells how many records a large sample has, and whether they are no more than MostRecords. Negative figures
// have no size.
func (o Options) Size() (n int, ok bool) {
	for _, figure := range []int{o.Relationships, o.Meetings, o.Actions} {
		if figure < 0 || figure > MostRecords {
			return 0, false
		}
	}
	each := 2 + goalsEach + int64(o.Meetings)*int64(1+o.Actions) // with the person; at most some 2.5e13
	if o.Relationships > 0 && each > MostRecords/int64(o.Relationships) {
		return 0, false
	}
	n = 2 + o.Relationships*int(each) // the workspace and its owner
	return n, n <= MostRecords
}

// Fill makes the sample in a workspace that holds nothing yet, as one bulk work. Two small samples with the same people
// in them are two workspaces all the same; a large one is for measuring, and the same one whenever its options are.
func Fill(ctx context.Context, p *planner.Planner, opt Options, progress planner.Progress) error {
	if opt.Workspace.IsZero() && opt.Relationships == 0 {
		opt.Workspace = p.IDs.NewID()
	}
	return p.Exchange.Fill(ctx, planner.TitleSampleMade, Records(opt), progress)
}

// Records walks the records of the sample, what is pointed at first.
func Records(opt Options) iter.Seq2[core.Record, error] {
	if opt.Zone == "" {
		opt.Zone = "Europe/Berlin"
	}
	if opt.Language == "" {
		opt.Language = core.English
	}
	if opt.Relationships > 0 {
		return large(opt)
	}
	return func(yield func(core.Record, error) bool) {
		for _, rec := range smallRecords(opt) {
			if !yield(rec, nil) {
				return
			}
		}
	}
}

// smallRecords gives the records of the small sample, as they were laid down: ids rise with the time of making.
func smallRecords(opt Options) []core.Record {
	b := newBuilder(opt)
	if opt.As == core.RoleMentee {
		b.mentee()
	} else {
		b.mentor()
	}
	for _, tell := range b.told {
		tell()
	}
	return b.records
}

// builder lays records down for one owner on one day.
type builder struct {
	opt     Options
	today   core.Date
	owner   core.ID
	ids     idSource
	records []core.Record
	told    []func() // invitations, which go out when all else is laid down
	talk    talk
	russian map[string]string // texts of the sample by what they are in English; nil: they stay as they are
}

func newBuilder(opt Options) *builder {
	loc, err := opt.Zone.Location()
	if err != nil {
		loc = time.UTC
	}
	b := &builder{opt: opt, today: core.DateOf(opt.Now.In(loc)), ids: newIDs(opt)}
	if opt.Written == core.Russian && opt.Relationships == 0 {
		b.russian = russianTexts()
	}
	return b
}

// made stamps a record with a day of making, and keeps it.
func made[P core.Record](b *builder, on core.Date, rec P) P {
	h := rec.Base()
	h.Created = time.Date(on.Year, on.Month, on.Day, 9, 0, 0, 0, time.UTC)
	if h.Created.After(b.opt.Now) {
		h.Created = b.opt.Now.UTC().Truncate(time.Millisecond)
	}
	if h.ID.IsZero() {
		h.ID = b.ids.at(h.Created)
	}
	b.translate(rec)
	b.records = append(b.records, rec)
	return rec
}

// day gives the date so many days from today; negative is past.
func (b *builder) day(n int) core.Date { return b.today.AddDays(n) }

// workday gives the date so many days from today, moved to the Monday after where it falls on a weekend.
func (b *builder) workday(n int) core.Date {
	d := b.day(n)
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}

func (b *builder) start(owner core.Person) {
	p := owner
	p.Zone, p.Language = b.opt.Zone, b.opt.Language
	made(b, b.day(-400), &p)
	b.owner = p.ID
	ws := core.NewWorkspace(core.ID{}, p.ID, b.opt.As, b.opt.Language)
	if b.opt.As == "" {
		ws.Side = core.RoleMentor
	}
	ws.MonthlyHours, ws.WeeklyHours = 24, 8
	made(b, b.day(-400), ws)
	if !b.opt.Workspace.IsZero() {
		ws.ID = b.opt.Workspace
	}
}

// with gives the readers of an item shared between the owner and somebody.
func (b *builder) with(person core.ID) core.Visibility {
	if person == b.owner {
		return core.Visibility{}
	}
	return core.Visibility{Readers: []core.ID{b.owner, person}}
}

// at gives the instant of an hour of a day, for what was said then.
func (b *builder) at(d core.Date, hour int) time.Time {
	t, err := d.At(hour, 0).In(b.opt.Zone)
	if err != nil || t.After(b.opt.Now) {
		return b.opt.Now.UTC().Truncate(time.Second)
	}
	return t.UTC()
}

func (b *builder) said(by core.ID, d core.Date, words string) core.Said {
	return core.Said{By: by, Typed: b.owner, How: core.HowTyped, At: b.at(d, 12), Words: words}
}

func sorted(dates []core.Date) []core.Date {
	slices.SortFunc(dates, core.Date.Compare)
	return dates
}
