package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// LaterQuiet is a day from which a series that is planned lies in the quiet hours or at night for people for whom its first meeting
// does not: the clocks of two zones have parted meanwhile.
type LaterQuiet struct {
	People []*core.Person
	At     core.Civil     // what their clock shows then
	Quiet  core.Quietness // how it lies to the hours that they named; QuietNever where nobody named any
	Night  core.Hours     // those that are only assumed of them; zero where they named theirs
}

// QuietLater gives the first such day within a year for each of the others in the relationship of a series, those of one time
// together, the earliest first. What its first meeting has is told with that, unless it is past.
func (p *Planning) QuietLater(s core.Series) []LaterQuiet {
	run, err := schedule.OfSeries(&s)
	place, ok := p.Place(s.Relationship)
	if err != nil || !ok {
		return nil // the form says what is wrong
	}
	from := run.Begins()
	if from.Before(p.Now) {
		from = p.Now
	}
	to := from.AddDate(1, 0, 0)
	dates, err := run.Between(from, to, mostOccurrences(from, to))
	if err != nil && core.CodeOf(err) != core.CodeTooMany {
		return nil
	}
	home, err := p.Zone.Location()
	if err != nil {
		home = time.UTC
	}
	var out []LaterQuiet
	for _, id := range place.Others(p.Owner) {
		who := p.Person(id)
		if who == nil {
			continue
		}
		loc, err := who.Zone.Location()
		if err != nil {
			continue // nobody knows what their clock shows
		}
		nights := nightsOf{who, loc, home}
		var first LaterQuiet
		if begins := run.At(s.Start); !begins.Start.Before(p.Now) {
			first = nights.at(begins)
		}
		if i := slices.IndexFunc(dates, func(d schedule.Occurrence) bool { return nights.at(d).worse(first) }); i >= 0 {
			out = addQuiet(out, nights.at(dates[i]))
		}
	}
	slices.SortStableFunc(out, func(a, b LaterQuiet) int { return a.At.Compare(b.At) })
	return out
}

// worse tells whether a date lies in quiet hours or a night in which another does not lie.
func (q LaterQuiet) worse(than LaterQuiet) bool {
	return !q.Night.IsZero() && than.Night.IsZero() ||
		q.Quiet == core.QuietFromStart && than.Quiet != core.QuietFromStart ||
		q.Quiet == core.QuietLater && than.Quiet == core.QuietNever
}

// nightsOf is somebody with the places of their clock and of the owner's.
type nightsOf struct {
	who       *core.Person
	loc, home *time.Location
}

// at tells how a date lies for them. A night that is only assumed counts where the owner's clock shows another time then.
func (n nightsOf) at(d schedule.Occurrence) LaterQuiet {
	at := core.CivilOf(d.Start.In(n.loc))
	out := LaterQuiet{People: []*core.Person{n.who}, At: at, Quiet: n.who.QuietAt(d.Start, d.End)}
	if night, assumed := n.who.Night(); assumed && at != core.CivilOf(d.Start.In(n.home)) && night.Contain(at.Hour*60+at.Minute) {
		out.Night = night
	}
	return out
}

func addQuiet(all []LaterQuiet, one LaterQuiet) []LaterQuiet {
	for i, x := range all {
		if x.At == one.At && x.Quiet == one.Quiet && x.Night == one.Night {
			all[i].People = append(all[i].People, one.People...)
			return all
		}
	}
	return append(all, one)
}
