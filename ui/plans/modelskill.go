package plans

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// SkillInput is what stands in the skill editor.
type SkillInput struct {
	Person        core.ID
	Name          string
	Scale         []string // what each level looks like, the first level first
	Target        int      // 0: none
	Relationships []core.ID
	Readers       []core.ID // without the owner
}

// NewSkillInput shows a skill in the editor; a new one begins with a scale of four levels.
func NewSkillInput(k *core.Skill, owner core.ID, w *locale.Words) SkillInput {
	in := SkillInput{
		Person: k.Person, Name: k.Name, Scale: slices.Clone(k.Scale), Target: k.Target, Relationships: k.Relationships,
		Readers: without(k.Readers.Readers, owner),
	}
	if len(in.Scale) == 0 {
		in.Scale = []string{w.T("plans.level_1"), w.T("plans.level_2"), w.T("plans.level_3"), w.T("plans.level_4")}
	}
	return in
}

// Write puts the input into a skill.
func (in SkillInput) Write(k *core.Skill, owner core.ID) {
	k.Name, k.Target, k.Relationships, k.Readers = core.CleanLine(in.Name), in.Target, in.Relationships, readers(in.Readers, owner)
	k.Scale = nil
	for _, level := range in.Scale {
		k.Scale = append(k.Scale, core.CleanLine(level))
	}
	if k.Person.IsZero() {
		k.Person = in.Person
	}
}

// Rating is everything that the dialog for a level shows.
type Rating struct {
	Skill  *core.Skill
	Owner  core.ID
	Today  core.Date
	Whose  string
	Levels []string // "1 · …"
	Who    []Choice // who can have said it; the owner first
	Given  []Given  // what was said before, the latest first
	Start  int      // the level to begin with: the last one given by the owner; 0: none
}

// Given is a level that somebody gave.
type Given struct {
	ID        core.ID
	Text      string // "3 of 4 · 12 Nov · Amina Yusuf"
	Evidence  string
	TypedFor  string // the mark of one that was typed for somebody; "" for their own word
	Private   bool
	ReadersOf string
}

// NewRating puts a skill and what was said of it into words.
func NewRating(k *core.Skill, given []*core.Assessment, p *planner.Places, w *locale.Words) *Rating {
	r := &Rating{Skill: k, Owner: p.Owner, Today: p.Today}
	if who := p.Person(k.Person); who != nil {
		r.Whose = who.Name
	}
	for i, text := range k.Scale {
		r.Levels = append(r.Levels, w.T("plans.level_line", "n", i+1, "text", text))
	}
	if owner := p.Person(p.Owner); owner != nil {
		r.Who = append(r.Who, Choice{p.Owner, w.T("plans.me_named", "name", owner.Name)})
	}
	r.Who = append(r.Who, mayRead(p, k.Person, k.Relationships)...)
	for i := len(given) - 1; i >= 0; i-- {
		a := given[i]
		if r.Start == 0 && a.Said.By == p.Owner {
			r.Start = a.Level
		}
		r.Given = append(r.Given, givenLine(a, k, p, w))
	}
	return r
}

func givenLine(a *core.Assessment, k *core.Skill, p *planner.Places, w *locale.Words) Given {
	name := ""
	if who := p.Person(a.Said.By); who != nil {
		name = who.Name
	}
	out := Given{
		ID: a.ID, Evidence: a.Evidence, Private: a.Readers.Private(), ReadersOf: readLine(without(a.Readers.Readers, p.Owner), p, w),
		Text: w.T("plans.given", "n", a.Level, "of", len(k.Scale), "date", w.DateShort(a.On, p.Today), "name", name),
	}
	if !a.Said.Own() {
		out.TypedFor = w.T("plans.typed_for")
		if a.Said.Words != "" {
			out.Evidence = joinDots(out.Evidence, a.Said.Words)
		}
	}
	return out
}

func joinDots(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// RatingInput is what stands in the dialog for a level.
type RatingInput struct {
	By       core.ID
	Level    int
	On       core.Date
	Evidence string
	Words    string // how it was said, where it is typed for somebody
	Readers  []core.ID
}

// Assessment makes what is kept. Its error says, by field, what is missing.
func (in RatingInput) Assessment(k *core.Skill, owner core.ID) (core.Assessment, error) {
	a := core.Assessment{
		Skill: k.ID, Level: in.Level, On: in.On, Evidence: in.Evidence, Readers: readers(in.Readers, owner),
		Said: core.Said{By: in.By, Words: core.CleanLine(in.Words)},
	}
	var errs []error
	if in.Level == 0 {
		errs = append(errs, core.FailField(core.CodeRequired, "level"))
	}
	if in.By != owner && a.Said.Words == "" {
		errs = append(errs, core.FailField(core.CodeRequired, "said.words"))
	}
	return a, joined(errs)
}
