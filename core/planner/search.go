package planner

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"mentorbook/core"
	"mentorbook/core/search"
)

// Found is one thing that a search found.
type Found struct {
	Ref          core.Ref
	Title        string // its name, title or first words
	Snippet      string // the words around the hit, where it is not in the title
	Where        string // the relationship or person that it belongs to; "" where it is that itself
	Relationship core.ID
	About        core.Ref  // of a note: what it is about
	On           core.Date // its day, in the owner's zone; zero where it has none
	Private      bool      // only the owner may read it
	Near         bool      // it fits what was typed only with a slip, or by the keys of the other layout
}

// Finding is what a search found.
type Finding struct {
	Found []Found
	// Newest is how many of a kind were looked in, the newest, where the workspace has more of one than that; 0
	// where everything was.
	Newest int
}

// Search finds records by words. It keeps the folded texts of the workspace in memory, of kinds without an end
// the newest: the first search reads them, later ones only what has changed since. Any goroutine may use it.
type Search struct {
	e    *engine
	stop func()
	says string // the words in which a meeting without a title is called after whom it is with

	mu      sync.Mutex
	entries map[core.Ref]*searchEntry
	read    map[core.Kind]bool // whose entries are there: a search that is cancelled leaves the rest to the next
	more    map[core.Kind]bool // which have older ones that are not
	stale   map[core.Ref]bool
}

type searchEntry struct {
	ref      core.Ref
	doc      search.Doc
	at       time.Time // for the order of equals: the later first
	private  bool
	relation core.ID
	called   bool // after its relationship, as it is shown: it has no title of its own
}

// searchKinds are what can be found, with how much each counts: who one looks for is mostly somebody.
func searchKinds() map[core.Kind]float64 {
	return map[core.Kind]float64{
		core.KindPerson: 1.3, core.KindRelationship: 1.25, core.KindMeeting: 1, core.KindGoal: 1.1, core.KindSkill: 1.1,
		core.KindRun: 1, core.KindChecklist: 1, core.KindAction: 1, core.KindQuestion: 1, core.KindNote: 0.9,
	}
}

// maxSearched is how much of one text is looked in, in bytes.
const maxSearched = 200_000

// What is looked in of each kind that grows with the years. People, relationships, goals and questions are few
// beside those, and are looked in whole.
const (
	maxNewest      = 20_000
	maxNewestBytes = 64 << 20 // of folded text
)

// NewSearch makes a search that follows the workspace's changes until Close. called are the words that stand beside a name where
// a meeting without a title is shown, in every language in which it may be: it is found by them too.
func (p *Planner) NewSearch(called ...string) *Search {
	s := &Search{e: p.engine, says: strings.Join(called, "\n")}
	s.forget()
	s.stop = p.Listen(s.changed)
	return s
}

// Close ends following changes.
func (s *Search) Close() { s.stop() }

// forget lets everything be read anew.
func (s *Search) forget() {
	s.entries, s.stale = map[core.Ref]*searchEntry{}, map[core.Ref]bool{}
	s.read, s.more = map[core.Kind]bool{}, map[core.Kind]bool{}
}

func (s *Search) changed(ev Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ev.Refs == nil {
		s.forget()
		return
	}
	for _, ref := range ev.Refs {
		s.stale[ref] = true
	}
}

// Read reads what is looked in, so that the first Find does not have to.
func (s *Search) Read(ctx context.Context) error {
	_, err := view(ctx, s.e, func(r Reader) (struct{}, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		return struct{}{}, s.renew(ctx, remembering(r))
	})
	return err
}

// Find gives up to so many things that hold all words of a query, the best first. An empty query finds nothing.
func (s *Search) Find(ctx context.Context, query string, limit int) (Finding, error) {
	readings := search.Readings(query)
	if len(readings) == 0 {
		return Finding{}, nil
	}
	return view(ctx, s.e, func(r Reader) (Finding, error) {
		r = remembering(r)
		out := Finding{}
		hits, more, err := s.hits(ctx, r, readings, limit)
		if err != nil {
			return out, err
		}
		if more {
			out.Newest = maxNewest
		}
		_, owner, err := s.e.today(r)
		if err != nil {
			return out, err
		}
		for _, h := range hits {
			f, err := describe(r, h.entry, h.by, owner.Home())
			if core.CodeOf(err) == core.CodeNotFound {
				continue // it went while we looked
			}
			if err != nil {
				return out, err
			}
			f.Near = h.near
			out.Found = append(out.Found, f)
		}
		return out, nil
	})
}

// hit is what a reading of the query found.
type hit struct {
	entry *searchEntry
	by    search.Query
	score float64
	near  bool
}

// hits brings the texts up to date and scores them: what fits as it was typed, then what fits otherwise. Whoever is called so in
// the other letters comes first where nobody is as it was typed: who types a name means somebody, not what names them. It tells
// whether there are older ones that are not in.
func (s *Search) hits(ctx context.Context, r Reader, readings []search.Query, limit int) (found []hit, more bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.renew(ctx, r); err != nil {
		return nil, false, err
	}
	known := map[*searchEntry]bool{}
	names := s.namesBySound(readings)
	for _, h := range names {
		known[h.entry] = true
	}
	found = names
	for i, q := range readings {
		if len(found) >= limit {
			break
		}
		scored, err := s.scored(ctx, q, known)
		if err != nil {
			return nil, false, err
		}
		for j := range scored {
			known[scored[j].entry], scored[j].near = true, i > 0
		}
		found = append(found, mixed(scored, limit-len(found))...)
	}
	return found[:min(len(found), limit)], len(s.more) > 0, nil
}

// namesBySound gives the people and relationships that are called so in the other letters, the best first; none where one is called
// so as it was typed.
func (s *Search) namesBySound(readings []search.Query) (out []hit) {
	kinds := searchKinds()
	for _, e := range s.entries {
		if e.ref.Kind != core.KindPerson && e.ref.Kind != core.KindRelationship {
			continue
		}
		title := search.Doc{Title: e.doc.Title}
		if readings[0].Score(title) > 0 {
			return nil
		}
		for _, q := range readings {
			if q.SoundsLike(e.doc.Title) {
				out = append(out, hit{entry: e, by: q, score: q.Score(title) * kinds[e.ref.Kind]})
			}
		}
	}
	slices.SortFunc(out, better)
	return out[:min(len(out), maxOfKind)]
}

// scored gives what a query finds beside what is known, the best first.
func (s *Search) scored(ctx context.Context, q search.Query, known map[*searchEntry]bool) ([]hit, error) {
	kinds := searchKinds()
	var scored []hit
	n := 0
	for _, e := range s.entries {
		if n++; n%1000 == 0 && ctx.Err() != nil {
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		if score := q.Score(e.doc); score > 0 && !known[e] {
			scored = append(scored, hit{entry: e, by: q, score: score * kinds[e.ref.Kind]})
		}
	}
	slices.SortFunc(scored, better)
	return scored, nil
}

// better orders what was found: the best first, of what is as good the newest.
func better(a, b hit) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	if c := b.entry.at.Compare(a.entry.at); c != 0 {
		return c
	}
	return strings.Compare(a.entry.ref.ID.String(), b.entry.ref.ID.String())
}

// maxOfKind is how many things of one kind come before everything else has had its turn: a word that stands on each
// agenda of a year must not hide the one goal that is about it.
const maxOfKind = 5

// mixed gives the first so many, those of a kind beyond its share behind the others.
func mixed(hits []hit, limit int) []hit {
	var out, rest []hit
	count := map[core.Kind]int{}
	for _, h := range hits {
		kind := h.entry.ref.Kind
		if count[kind]++; count[kind] > maxOfKind {
			rest = append(rest, h)
		} else {
			out = append(out, h)
		}
	}
	out = append(out, rest[:min(len(rest), max(limit-len(out), 0))]...)
	return out[:min(len(out), limit)]
}

// renew reads what has changed. What changes while it reads is stale again by then.
func (s *Search) renew(ctx context.Context, r Reader) error {
	for kind := range searchKinds() {
		if s.read[kind] {
			continue
		}
		if err := s.renewKind(ctx, r, kind); err != nil {
			return err
		}
		s.read[kind] = true
	}
	for ref := range s.stale {
		if err := s.renewOne(r, ref); err != nil {
			return err
		}
		if err := s.renewCalled(r, ref); err != nil {
			return err
		}
	}
	s.stale = map[core.Ref]bool{}
	return nil
}

// renewCalled reads anew what is called after something: relationships after their people, meetings after their relationship.
func (s *Search) renewCalled(r Reader, ref core.Ref) error {
	switch ref.Kind {
	case core.KindPerson:
		for entry, err := range r.Keys(Query{Index: RelationshipsOfPerson, Of: ref.ID}) {
			if err == nil {
				err = s.renewOne(r, entry.Ref)
			}
			if err == nil {
				err = s.renewCalled(r, entry.Ref)
			}
			if err != nil {
				return err
			}
		}
	case core.KindRelationship:
		for _, e := range s.entries {
			if !e.called || e.relation != ref.ID {
				continue
			}
			if err := s.renewOne(r, e.ref); err != nil {
				return err
			}
		}
	}
	return nil
}

// renewKind reads the texts of a kind, all or the newest.
func (s *Search) renewKind(ctx context.Context, r Reader, kind core.Kind) error {
	walk, bounded := newestFirst(r, kind)
	n, size := 0, 0
	for rec, err := range walk {
		if err == nil && ctx.Err() != nil {
			err = core.Wrap(core.CodeCancelled, ctx.Err())
		}
		if err != nil {
			return err
		}
		if bounded && (n == maxNewest || size >= maxNewestBytes) {
			s.more[kind] = true
			return nil
		}
		e, err := s.newEntry(r, rec)
		if err != nil {
			return err
		}
		s.entries[e.ref] = e
		n++
		size += len(e.doc.Title) + len(e.doc.Body)
	}
	return nil
}

// newestFirst walks a kind, and tells whether it is one of those that have no end: of those the newest are first.
func newestFirst(r Reader, kind core.Kind) (walk iter.Seq2[core.Record, error], bounded bool) {
	switch kind {
	case core.KindMeeting:
		return r.Scan(Query{Index: MeetingsByStart, Reverse: true}), true
	case core.KindAction, core.KindNote, core.KindRun:
		return r.Newest(kind), true
	}
	return r.All(kind), false
}

func (s *Search) renewOne(r Reader, ref core.Ref) error {
	if searchKinds()[ref.Kind] == 0 {
		return nil
	}
	rec, err := r.Get(ref)
	if core.CodeOf(err) == core.CodeNotFound {
		delete(s.entries, ref)
		return nil
	}
	if err != nil {
		return err
	}
	s.entries[ref], err = s.newEntry(r, rec)
	return err
}

// newEntry takes from a record what is looked in.
func (s *Search) newEntry(r Reader, rec core.Record) (*searchEntry, error) {
	e := &searchEntry{ref: core.RefOf(rec), at: rec.Base().Created}
	title, body := "", ""
	switch x := rec.(type) {
	case *core.Person:
		title = x.Name
		body = strings.Join(append([]string{x.GivenName, x.MiddleName, x.FamilyName, x.Organisation, x.JobTitle, x.Origin}, append(x.Emails, x.Phones...)...), "\n")
	case *core.Relationship:
		name, err := bareName(r, x)
		if err != nil {
			return nil, err
		}
		apart, err := toldApart(r, x.ID, name)
		if err != nil {
			return nil, err
		}
		if title, body, e.relation = name, x.Purpose, x.ID; apart != name {
			body = apart + "\n" + body
		}
	case *core.Meeting:
		title, e.relation, e.private, e.called = x.Title, x.Relationship, x.Private(), x.Title == ""
		parts := []string{x.Place, x.Link, x.Reason, x.Origin.Description}
		if e.called {
			name, others, err := calledAfter(r, x.Relationship)
			if err != nil {
				return nil, err
			}
			parts = append(parts, s.says, name, others) // no title: of the many with somebody none is to hide what is called so
		}
		for _, item := range x.Agenda {
			parts = append(parts, item.Text)
		}
		body = strings.Join(parts, "\n")
		if at, err := x.StartAt(); err == nil {
			e.at = at
		}
	case *core.Question:
		body, e.relation, e.private = x.Text+"\n"+x.Answer, x.Relationship, x.Readers.Private()
	case *core.Note:
		body, e.private = x.Text, x.Readers.Private()
	case *core.Action:
		title, e.relation, e.private = x.Title, first(x.Relationships), x.Readers.Private()
	case *core.Goal:
		title, e.relation, e.private = x.Title, first(x.Relationships), x.Readers.Private()
		body = goalText(x)
	case *core.Skill:
		title, e.relation, e.private = x.Name, first(x.Relationships), x.Readers.Private()
		body = strings.Join(x.Scale, "\n")
	case *core.Run:
		title, e.relation, e.private = x.Title, first(x.Relationships), x.Readers.Private()
		for _, item := range x.Items {
			body += item.Text + "\n"
		}
	case *core.Checklist:
		title, body = x.Title, x.Purpose
		for _, item := range x.Items {
			body += "\n" + item.Text
		}
	}
	e.doc = search.NewDoc(title, cutBytes(body, maxSearched))
	return e, nil
}

// calledAfter gives what a meeting without a title is called, and with whom it is where that does not say it.
func calledAfter(r Reader, relationship core.ID) (name, others string, err error) {
	rel, err := load[core.Relationship](r, relationship)
	if core.CodeOf(err) == core.CodeNotFound {
		return "", "", nil
	}
	if err != nil {
		return "", "", err
	}
	if name, err = bareName(r, rel); err != nil || rel.Name == "" {
		return name, "", err
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return "", "", err
	}
	people, err := loadAll[core.Person](r, rel.Others(ws.Owner))
	return name, joinNames(people), err
}

func goalText(g *core.Goal) string {
	parts := append([]string{g.Why, g.Blocked}, g.Evidence...)
	for _, m := range g.Milestones {
		parts = append(parts, m.Title, m.Evidence)
	}
	return strings.Join(parts, "\n")
}

func first(ids []core.ID) core.ID {
	if len(ids) == 0 {
		return core.ID{}
	}
	return ids[0]
}

// cutBytes gives the beginning of a text, at most so many bytes, and no half letter.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}
