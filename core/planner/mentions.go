package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// Mention is somebody whom a report would name although they take no part in the relationship, and the text that
// names them.
type Mention struct {
	Person core.ID `json:"id"`
	Name   string  `json:"name"`
	Text   string  `json:"text"`
	// Hidden tells that it is somebody for whom the report's pseudonym stands: the text says what that is to hide.
	Hidden bool `json:"hidden,omitempty"`
}

// Mentions finds the names of other people of the workspace in the free texts that a report would carry, to be
// shown before it is handed on. Where a pseudonym stands for the mentee, their own name is looked for too.
func (s Reports) Mentions(ctx context.Context, req core.ReportRequest) ([]Mention, error) {
	if s.e.Reporter == nil {
		return nil, errNoReporter()
	}
	if err := validRequest(req); err != nil {
		return nil, err
	}
	return view(ctx, s.e, func(r Reader) ([]Mention, error) {
		facts, err := s.facts(r, req)
		if err != nil {
			return nil, err
		}
		others, parties, err := othersThan(beneath(r), facts) // the texts have the names that are true
		if err != nil {
			return nil, err
		}
		var out []Mention
		for _, text := range s.e.Reporter.Texts(facts) {
			for _, p := range core.NamesIn(text, others, parties) {
				_, in := facts.Relationship.Participant(p.ID)
				shown, err := load[core.Person](r, p.ID)
				if err != nil {
					return nil, err
				}
				m := Mention{p.ID, shown.Name, core.Excerpt(text), in}
				if !slices.Contains(out, m) {
					out = append(out, m)
				}
			}
		}
		return out, nil
	})
}

// Unset gives the words that a report of such facts would carry and whose letters its pages do not have, such as an Arabic name or an emoji:
// it has □ in their place, and whoever hands it on is to know that before.
func (s Reports) Unset(facts *core.ReportFacts) ([]string, error) {
	if s.e.Reporter == nil {
		return nil, errNoReporter()
	}
	return s.e.Reporter.Unset(facts), nil
}

func errNoReporter() error {
	return core.Fail(core.CodeInternal, "reason", "nobody wired to write reports")
}

// othersThan divides the workspace's people into those whom a report may not name, and those whom it may.
func othersThan(r Reader, f *core.ReportFacts) (others, parties []*core.Person, err error) {
	for p, err := range every[core.Person](r) {
		if err != nil {
			return nil, nil, err
		}
		part, in := f.Relationship.Participant(p.ID)
		if in && !(f.Request.Pseudonym != "" && part.Role.Learns()) {
			parties = append(parties, p)
		} else {
			others = append(others, p)
		}
	}
	return others, parties, nil
}
