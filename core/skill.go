package core

// Skill is something that a person is getting better at, on a scale whose levels are described in words.
type Skill struct {
	Head
	Person        ID         `json:"person"`
	Name          string     `json:"name"`
	Scale         []string   `json:"scale"`            // what each level looks like; level 1 is the first
	Target        int        `json:"target,omitempty"` // the level aimed at; 0 is none yet
	Relationships []ID       `json:"relationships,omitempty"`
	Readers       Visibility `json:"visibility,omitzero"`
}

// Assessment is a level that somebody gave a skill on a day.
type Assessment struct {
	Head
	Skill    ID         `json:"skill"`
	Level    int        `json:"level"`
	On       Date       `json:"on"`
	Evidence string     `json:"evidence,omitempty"`
	Said     Said       `json:"said"`
	Readers  Visibility `json:"visibility,omitzero"`
}

// Kind is KindSkill.
func (*Skill) Kind() Kind { return KindSkill }

// Validate checks the fields; a scale has two to ten levels, each in words.
func (s *Skill) Validate() error {
	var p problems
	p.required("person", s.Person)
	p.name("name", s.Name, MaxName)
	p.between("scale", len(s.Scale), 2, 10)
	for i, a := range s.Scale {
		p.name(at("scale", i), a, MaxLine)
	}
	p.between("target", s.Target, 0, len(s.Scale))
	p.links("relationships", s.Relationships)
	p.note("visibility", s.Readers.validate())
	return p.err()
}

// Kind is KindAssessment.
func (*Assessment) Kind() Kind { return KindAssessment }

// Validate checks the fields; Fits checks the level against the skill's scale.
func (a *Assessment) Validate() error {
	var p problems
	p.required("skill", a.Skill)
	p.between("level", a.Level, 1, 10)
	if !a.On.Valid() {
		p.add(CodeBadDate, "on", "value", a.On.String())
	}
	p.long("evidence", a.Evidence)
	p.note("said", a.Said.validate())
	p.note("visibility", a.Readers.validate())
	return p.err()
}

// Fits refuses a level beyond the skill's scale.
func (a *Assessment) Fits(s *Skill) error {
	if a.Level < 1 || a.Level > len(s.Scale) {
		return FailField(CodeBadNumber, "level", "min", 1, "max", len(s.Scale))
	}
	return nil
}

// Self tells whether this is the person's own word about their own skill. A level typed for them by another
// is kept and marked, but is not their own word.
func (a *Assessment) Self(s *Skill) bool { return a.Said.By == s.Person && a.Said.Own() }

// Standing is where a skill stood: its first and its last level by one side; 0 where that side said nothing.
type Standing struct {
	Baseline, Now     int
	BaselineOn, NowOn Date
}

// StandingOf takes the first and the last of the assessments that count, by day and then by when they were
// made. A nil filter counts all.
func StandingOf(list []*Assessment, counts func(*Assessment) bool) (Standing, bool) {
	var out Standing
	var firstOne, lastOne *Assessment
	for _, a := range list {
		if counts != nil && !counts(a) {
			continue
		}
		if firstOne == nil || earlier(a, firstOne) {
			firstOne = a
		}
		if lastOne == nil || !earlier(a, lastOne) {
			lastOne = a
		}
	}
	if firstOne == nil {
		return out, false
	}
	return Standing{firstOne.Level, lastOne.Level, firstOne.On, lastOne.On}, true
}

func earlier(a, b *Assessment) bool {
	if c := a.On.Compare(b.On); c != 0 {
		return c < 0
	}
	return a.Said.At.Before(b.Said.At)
}
