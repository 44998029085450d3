// Package capture takes down what comes to mind, wherever one is: a question, a promise or a note, put to
// somebody.
package capture

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Kind is what is taken down.
type Kind int

// The kinds, in the order in which they are offered.
const (
	Question Kind = iota
	Action
	Note
)

// Key gives the name that a kind is remembered by.
func (k Kind) Key() string { return keys()[k] }

// KindOf gives the kind of such a name; a question where there is none of it.
func KindOf(key string) Kind { return Kind(max(slices.Index(keys(), key), 0)) }

func keys() []string { return []string{"question", "action", "note"} }

// prefixes begin a line of a kind.
const prefixes = "?!#"

// ReadKind reads the sign that a line may begin with: "?" a question, "!" a promise, "#" a note. It gives the
// rest, and false where there is no sign.
func ReadKind(line string) (kind Kind, rest string, ok bool) {
	line = strings.TrimLeft(line, " ")
	if line == "" {
		return 0, "", false
	}
	i := strings.IndexByte(prefixes, line[0])
	if i < 0 {
		return 0, line, false
	}
	return Kind(i), strings.TrimLeft(line[1:], " "), true
}

// QuestionIn gives what a line in a field for questions asks, without the sign of one.
func QuestionIn(line string) string {
	if kind, rest, ok := ReadKind(line); ok && kind == Question {
		return strings.TrimSpace(rest)
	}
	return strings.TrimSpace(line)
}

// Guess tells what a line most likely is, from how it is written: a promise where it begins with somebody's name, or a
// circle's, and a colon, or with what looks like one and ends in a day, a question where it ends in a question mark. false where
// nothing speaks for either.
func (b *Book) Guess(line string) (Kind, bool) {
	line = strings.TrimSpace(line)
	if strings.HasSuffix(line, "?") {
		return Question, true
	}
	if c := b.circled(line, Target{}); len(c.Of) > 0 {
		return Action, c.Rest != ""
	}
	p := locale.ParsePromise(line, b.places.Today, b.places.People, b.places.Owner)
	return Action, p.Title != "" && (!p.Owner.IsZero() || p.NoName != "" && (!p.Due.IsZero() || p.NoDay != ""))
}

// Target is whom something is put to: a relationship, or a person.
type Target struct {
	Ref           core.Ref
	Name, Caption string
	Apart         string // of a person: what tells them from others of that name; "" for nothing
}

// Said gives the name with what tells it apart.
func (t Target) Said() string {
	if t.Apart == "" {
		return t.Name
	}
	return t.Name + core.ApartBy + t.Apart
}

// IsZero tells whether it is put to nobody yet.
func (t Target) IsZero() bool { return t.Ref == core.Ref{} }

// Book finds targets and turns lines into records.
type Book struct {
	places *planner.Places
	words  *locale.Words
}

// NewBook makes a book of whom there is.
func NewBook(places *planner.Places, words *locale.Words) *Book { return &Book{places, words} }

// Find gives those whose name has a word that begins as typed, or nearly so where nobody's does: relationships first, then
// people.
func (b *Book) Find(typed string, limit int) []Target {
	var all []found
	for _, r := range b.places.Relationships {
		names := []string{r.Name}
		for _, p := range r.Participants {
			if who := b.places.Person(p.Person); who != nil && who.ID != b.places.Owner {
				names = append(names, who.Name)
			}
		}
		all = append(all, found{b.relationship(r), names})
	}
	for _, p := range b.places.People {
		if p.ID != b.places.Owner && !p.Archived {
			all = append(all, found{b.person(p), []string{p.Name, b.person(p).Said()}})
		}
	}
	var out []Target
	for _, f := range locale.Named(all, typed, func(f found) []string { return f.names }) {
		out = append(out, f.target)
	}
	return out[:min(limit, len(out))]
}

// found is whom something can be put to, with the names by which they are found.
type found struct {
	target Target
	names  []string
}

// Whom gives who is meant by a target: itself, and who takes part in it.
func (b *Book) Whom(t Target) []core.ID {
	out := []core.ID{t.Ref.ID}
	if r, ok := b.places.Place(t.Ref.ID); ok {
		out = append(out, r.Others(b.places.Owner)...)
	}
	return out
}

func (b *Book) relationship(r planner.Place) Target {
	return Target{Ref: core.RefOf(r.Relationship), Name: r.Name, Caption: b.words.Word(r.Format)}
}

func (b *Book) person(p *core.Person) Target {
	return Target{Ref: core.RefOf(p), Name: p.Name, Caption: b.words.Word(core.KindPerson), Apart: b.places.Apart(p)}
}

// Only gives the one relationship that goes on, where there is no other; else the zero target.
func (b *Book) Only() Target {
	if r, ok := b.places.Only(); ok {
		return b.relationship(r)
	}
	return Target{}
}

// Target gives the target of a reference; the zero one where it is gone.
func (b *Book) Target(ref core.Ref) Target {
	if r, ok := b.places.Place(ref.ID); ok && ref.Kind == core.KindRelationship {
		return b.relationship(r)
	}
	if p := b.places.Person(ref.ID); p != nil && ref.Kind == core.KindPerson {
		return b.person(p)
	}
	return Target{}
}

// Entry is what was typed and chosen.
type Entry struct {
	Kind   Kind
	Text   string
	Target Target
	Shared bool // of a note: the other side reads it too
	Named  Named
	Within map[core.ID]core.ID // by person: which of several relationships with them is meant; zero: none of them
	NoDay  string              // what was meant as a day, is none, and was settled: it is a part of the text
}

// Named settles a name before a colon that is nobody's, or a circle's: who is meant, somebody to be added to the people, each of
// the circle, or none of these, which makes the name a part of the text.
type Named struct {
	Said  string // the name that is settled; "" for none
	Who   core.ID
	Fresh bool
	Each  bool
}

// Made is the record that an entry makes; one of the three.
type Made struct {
	Question *core.Question
	Action   *core.Action
	Note     *core.Note
	Each     []core.Action   // of an action that several are named for: one for each of them; nil otherwise
	Fresh    string          // the action's owner, who is to be added to the people; "" for somebody known
	Asks     []Ask           // with whom there are several relationships, of which it may be in each; nil otherwise
	To       Target          // whom it is put to: who is named in the line, else who was chosen
	Nobody   string          // the name in the line that nobody has and that was not settled; "" for none
	Circle   string          // the name in the line that several people's circle has, where it was not settled whose the action is; "" for none
	Whom     []core.ID       // of Circle: of whom it may be
	Readers  core.Visibility // of an action: who will read it, by the rule of its relationship
	Hint     string          // how the line reads
	Wrong    error           // what in the line can't be
	Day      *locale.Promise // the line, where what is meant as its day is none and that was not settled
}

// private tells whether nobody but the owner would read it.
func (m Made) private() bool {
	switch {
	case m.Action != nil:
		return m.Readers.Private()
	case m.Note != nil:
		return m.Note.Readers.Private()
	}
	return m.Question == nil || m.Question.Readers.Private()
}

// Read turns an entry into its record. A line that names somebody is put to them, whoever was chosen.
func (b *Book) Read(e Entry) Made {
	switch e.Kind {
	case Action:
		return b.readAction(e)
	case Note:
		to, text := e.Target, e.Text
		if who, rest, ok := b.named(text, to); ok {
			to, text = who, rest
		}
		n := &core.Note{About: to.Ref, Text: core.CleanText(strings.TrimSpace(text))}
		if e.Shared {
			n.Readers = b.others(to)
		}
		return Made{Note: n, To: to, Hint: b.words.Readers(n.Readers, b.names())}
	default:
		return b.readQuestion(e)
	}
}

// named reads whom a question or a note names before a colon, in any form of the name, and what stands behind it; false where
// that is nobody, or the owner.
func (b *Book) named(text string, chosen Target) (who Target, rest string, ok bool) {
	if who, rest, ok = b.ofCircle(text, chosen); ok {
		return who, locale.Capital(rest), true
	}
	head, rest, found := strings.Cut(text, ":")
	if !found || strings.TrimSpace(rest) == "" || strings.Contains(head, "\n") {
		return Target{}, "", false
	}
	p := locale.ParsePromise(head+": x", b.places.Today, b.places.People, b.places.Owner)
	if p.Owner.IsZero() || p.Owner == b.places.Owner || p.NoName != "" {
		return Target{}, "", false
	}
	return b.person(b.places.Person(p.Owner)), locale.Capital(strings.TrimSpace(rest)), true
}

// Example gives whom an example of an action may name: who was chosen, else somebody whom there is, so that it can be typed
// as it stands; nobody but who was chosen where others are not to be named.
func (b *Book) Example(chosen Target, others bool) string {
	who := chosen.Ref.ID
	if r, ok := b.places.Place(who); ok {
		who = onlyOther(r, b.places.Owner)
	}
	if p := b.places.Person(who); p != nil && p.TypedName() != "" {
		return p.TypedName()
	}
	for _, r := range b.places.Relationships {
		if !others {
			break
		}
		if who := b.places.Person(onlyOther(r, b.places.Owner)); who != nil && who.TypedName() != "" {
			return who.TypedName()
		}
	}
	return b.words.T("capture.somebody")
}

func (b *Book) readAction(e Entry) Made {
	p, to := b.promise(e)
	e.Target = to
	made := Made{}
	if p.NoName != "" {
		made.settle(&p, e.Named)
	}
	if p.Circle != "" {
		made.settleWhom(&p, e.Named)
	}
	a := &core.Action{Title: locale.Capital(p.Title), Owner: p.Owner, Due: p.Due, Status: core.ActionOpen}
	made.Action = a
	if a.Owner.IsZero() {
		a.Owner = b.places.Owner
	}
	b.relate(a, e.Target, made.Fresh != "")
	if made.Fresh == "" && len(p.Each) == 0 {
		b.withinOf(a, e, &made)
	}
	for _, owner := range p.Each {
		one := *a
		one.Owner, one.Relationships = owner, nil
		b.relate(&one, e.Target, false)
		b.withinOf(&one, e, &made)
		b.readersOf(&one)
		made.Each = append(made.Each, one)
	}
	made.To = b.putTo(made, e.Target)
	made.Readers = b.readersOf(a)
	readers := b.words.Readers(made.Readers, b.names())
	for _, one := range made.Each {
		if text := b.words.Readers(one.Readers, b.names()); !strings.Contains(readers, text) {
			readers += " · " + text
		}
		if one.Readers.Private() {
			made.Readers = one.Readers
		}
	}
	switch {
	case p.NoDay != "" && p.NoDay != e.NoDay:
		made.Day, made.Hint = &p, b.words.DayDoubt(p, b.places.Today)
		return made
	case made.Nobody != "":
		made.Wrong = core.FailField(core.CodeNobody, "text", "value", made.Nobody)
		doubt := "meeting.action_nobody"
		if p.Several {
			made.Wrong, doubt = core.FailField(core.CodeNobody, "text", "value", made.Nobody, "state", "several"), "meeting.action_several"
		}
		readers += " · " + b.words.T(doubt, "name", made.Nobody)
	case made.Circle != "":
		made.Wrong = core.FailField(core.CodeNobody, "text", "value", made.Circle, "state", "circle")
	}
	made.Hint = b.readsAs(made, readers)
	return made
}

// putTo gives whom an action is put to: whose it is, where that is somebody else who takes no part in what was chosen.
func (b *Book) putTo(m Made, chosen Target) Target {
	owner := m.Action.Owner
	if r, ok := b.places.Place(b.within(chosen)); m.Fresh == "" && (owner == b.places.Owner || chosen.Ref.ID == owner || ok && r.Has(owner)) {
		return chosen
	}
	if who := b.places.Person(owner); who != nil && m.Fresh == "" {
		return b.person(who)
	}
	return Target{}
}

// settle takes what somebody has said about a name in the line that nobody has.
func (m *Made) settle(p *locale.Promise, n Named) {
	if n.words(p.NoName) {
		return
	}
	if n.Said != p.NoName || n.Each {
		m.Nobody = p.NoName
		return
	}
	if n.Fresh {
		m.Fresh = p.NoName
	}
	_, title, _ := strings.Cut(p.Title, ":")
	p.Owner, p.Title = n.Who, strings.TrimSpace(title)
}

// relate links an action to the relationship that it is put to, or to the only one that its owner is in.
func (b *Book) relate(a *core.Action, to Target, fresh bool) {
	if fresh {
		return // in none yet
	}
	if r, ok := b.places.Place(b.within(to)); ok && r.Has(a.Owner) {
		a.Relationships = []core.ID{r.ID}
	}
	if len(a.Relationships) == 0 && a.Owner != b.places.Owner {
		if of := b.live(a.Owner); len(of) == 1 {
			a.Relationships = []core.ID{of[0].ID}
		}
	}
}

// ownerIn names whose an action is, or whose the actions are.
func (b *Book) ownerIn(m Made) string {
	if len(m.Each) > 0 {
		var names []string
		for _, one := range m.Each {
			names = append(names, b.ownerIn(Made{Action: &one}))
		}
		return b.words.List(names) + " · " + b.words.T("meeting.action_each")
	}
	if m.Fresh != "" {
		return b.words.T("capture.fresh", "name", m.Fresh)
	}
	if who := b.places.Person(m.Action.Owner); who != nil && who.ID != b.places.Owner {
		return who.ShortName()
	}
	return b.words.T("rel.me")
}

// Meant gives who may be meant by a name that nobody has: those who are called nearly so, or as was typed since. The owner is one of them
// where they are called just so: of several, too, they may be meant.
func (b *Book) Meant(name, typed string, limit int) []*core.Person {
	var others []*core.Person
	for _, p := range b.places.People {
		if (p.ID != b.places.Owner || locale.NameBegins(p.Name, name)) && !p.Archived && (typed == "" || locale.NameBegins(p.Name, typed)) {
			others = append(others, p)
		}
	}
	if typed == "" {
		return locale.NearNames(name, others, limit)
	}
	return others[:min(limit, len(others))]
}

// readersOf settles who reads a promise, by the rule of its relationship.
func (b *Book) readersOf(a *core.Action) core.Visibility {
	if len(a.Relationships) > 0 {
		if r, ok := b.places.Place(a.Relationships[0]); ok {
			a.Readers = planner.ActionReaders(r.Relationship, a.Owner, b.places.Owner)
		}
	}
	return a.Readers
}

func onlyOther(r planner.Place, person core.ID) core.ID {
	if others := r.Others(person); len(others) == 1 {
		return others[0]
	}
	return core.ID{}
}

// candidates are those whom a line may name without ambiguity: who takes part, or everybody.
func (b *Book) candidates(t Target) []*core.Person {
	r, ok := b.places.Place(b.within(t))
	if !ok {
		return b.places.People
	}
	var out []*core.Person
	for _, part := range r.Participants {
		if p := b.places.Person(part.Person); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// within gives the relationship of a target: itself, or the one that a person is in, if it is one.
func (b *Book) within(t Target) core.ID {
	switch t.Ref.Kind {
	case core.KindRelationship:
		return t.Ref.ID
	case core.KindPerson:
		if of := b.live(t.Ref.ID); len(of) == 1 {
			return of[0].ID
		}
	}
	return core.ID{}
}

// live lists the relationships that somebody is in with the owner and that are not over.
func (b *Book) live(person core.ID) []planner.Place {
	var out []planner.Place
	for _, r := range b.places.Of(person) {
		if r.Has(b.places.Owner) && r.Status != core.StatusEnded {
			out = append(out, r)
		}
	}
	return out
}

// others gives the readers of a shared note: the owner and the one other side.
func (b *Book) others(t Target) core.Visibility {
	who := core.ID{}
	switch t.Ref.Kind {
	case core.KindPerson:
		who = t.Ref.ID
	case core.KindRelationship:
		if r, ok := b.places.Place(t.Ref.ID); ok {
			who = onlyOther(r, b.places.Owner)
		}
	}
	if who.IsZero() {
		return core.Visibility{}
	}
	return core.Visibility{Readers: []core.ID{b.places.Owner, who}}
}

// CanShare tells whether a note about the target has one other side to read it.
func (b *Book) CanShare(t Target) bool { return !b.others(t).Private() }

func (b *Book) names() map[core.ID]string {
	out := map[core.ID]string{}
	for _, p := range b.places.People {
		if p.ID != b.places.Owner {
			out[p.ID] = p.ShortName()
		}
	}
	return out
}
