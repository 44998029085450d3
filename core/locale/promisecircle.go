package locale

import (
	"strings"

	"mentorbook/core"
)

// Circled is a line that begins with the name of a circle, a relationship with a name of its own, before a colon or a dash.
type Circled struct {
	Of           []core.ID // more than one where several have that name; nil where none is named
	Name         string    // as the circle has it
	Before, Rest string    // what of the line is the name with its mark, and what is behind it
}

// CircleNamed finds the circle for which a line is: by its whole name, in whatever letters and case. A name that has a colon or
// a dash in it is one as well: the longest name counts. What is a name of one of the people, too, is theirs.
func CircleNamed(line string, circles []*core.Relationship, people []*core.Person) Circled {
	var found Circled
	longest := 0
	for _, mark := range []string{":", " — ", " – ", " - "} {
		for from := 0; ; {
			at := strings.Index(line[from:], mark)
			if at < 0 {
				break
			}
			head, rest := line[:from+at], line[from+at+len(mark):]
			from += at + len(mark)
			if of, name := circlesCalled(head, circles); len(of) > 0 && len(head) > longest && called(head, people) == 0 {
				rest = strings.TrimLeft(rest, " ")
				found, longest = Circled{Of: of, Name: name, Before: strings.TrimSuffix(line, rest), Rest: rest}, len(head)
			}
		}
	}
	return found
}

// circlesCalled gives the circles of a name; where it is none's as it stands, those of which it is another case.
func circlesCalled(name string, circles []*core.Relationship) (of []core.ID, own string) {
	name = circleName(name)
	if name == "" {
		return nil, ""
	}
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, core.SameNameForm} {
		for _, c := range circles {
			if known := circleName(c.Name); known != "" && same(known, name) {
				of, own = append(of, c.ID), c.Name
			}
		}
		if len(of) > 0 {
			return of, own
		}
	}
	return nil, ""
}

// circleName gives a name in small letters, without the quotation marks that it may stand in.
func circleName(s string) string {
	return plainName(strings.Trim(strings.TrimSpace(s), `"«»“”„`))
}

// For says whose a promise is that was read from behind the name of a circle: the one's whom the circle has besides, unless the
// line names somebody. Of several nobody can tell: they are in Whom then, and it has no owner.
func (p Promise) For(c Circled, whom []core.ID) Promise {
	for i := range p.Perhaps {
		p.Perhaps[i].Line = c.Before + p.Perhaps[i].Line
	}
	switch {
	case !p.Owner.IsZero() || p.NoName != "":
	case len(whom) == 1:
		p.Owner = whom[0]
	case len(whom) > 1:
		p.Circle, p.Whom = c.Name, whom
	}
	return p
}
