package ical

import (
	"errors"
	"math"
	"slices"
	"strings"

	"mentorbook/core"
)

// prepare gives a cleaned and checked copy: texts without control characters, instants in whole seconds of
// UTC, each guest's address once.
func prepare(v *core.Invitation) (*core.Invitation, error) {
	c := *v
	c.Title = core.CleanLine(c.Title)
	c.Description = cleanText(c.Description)
	c.Place = core.CleanLine(c.Place)
	c.Link = core.CleanLine(c.Link)
	c.Reason, c.Comment = cleanText(c.Reason), cleanText(c.Comment)
	c.Organizer = cleanParty(c.Organizer)
	c.Guests, c.Others = cleanGuests(slices.Concat(c.Guests, c.Others)), nil // a message makes no difference between them
	c.Series = prepareSeries(c.Series)
	if c.Method == core.MethodPublish {
		c.Guests = nil
	}
	var starts, ends, stamps bool
	c.Start, starts = inUTC(c.Start)
	c.End, ends = inUTC(c.End)
	c.Stamp, stamps = inUTC(c.Stamp)

	errs := []error{c.Validate()}
	refuse := func(bad bool, code core.Code, field string, args ...any) {
		if bad {
			errs = append(errs, core.FailField(code, field, args...))
		}
	}
	refuse(!starts, core.CodeBadTime, "start", "value", v.Start.Year())
	refuse(!ends, core.CodeBadTime, "end", "value", v.End.Year())
	refuse(!stamps || v.Stamp.IsZero(), core.CodeBadTime, "stamp", "value", v.Stamp.Year())
	refuse(c.Sequence < 0 || c.Sequence > math.MaxInt32, core.CodeBadNumber, "sequence", "min", 0, "max", math.MaxInt32)
	for _, n := range c.Reminders {
		refuse(n < 1 || n > core.MaxReminder, core.CodeBadNumber, "reminder", "min", 1, "max", core.MaxReminder)
	}
	refuse(c.Method == core.MethodPublish && c.Organizer.Email != "" && !core.ValidEmail(c.Organizer.Email),
		core.CodeBadEmail, "organizer", "value", core.CleanLine(c.Organizer.Email))
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &c, nil
}

func cleanParty(p core.Party) core.Party {
	p.Name = core.CleanLine(p.Name)
	return p
}

// cleanGuests cleans the names and keeps one guest an address: a reader tells guests apart by it alone.
func cleanGuests(guests []core.Party) []core.Party {
	out := make([]core.Party, 0, len(guests))
	seen := make(map[string]bool, len(guests))
	for _, g := range guests {
		key := strings.ToLower(g.Email)
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, cleanParty(g))
	}
	return out
}

// cleanText cleans a text of several lines. The two separators of Unicode become line ends too: some readers
// split lines at them, and would find a property behind one.
func cleanText(s string) string {
	s = strings.NewReplacer("\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.Trim(core.CleanText(s), "\n")
}
