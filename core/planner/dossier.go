package planner

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"mentorbook/core"
)

// NotesIn is all that was written about one relationship.
type NotesIn struct {
	Today core.Date
	Owner core.ID
	Names map[core.ID]string // of authors, readers and all who take part, but the owner
	Rows  []NoteRow          // latest first
}

// NoteRow is a note with what it is about.
type NoteRow struct {
	Note  *core.Note
	Title string    // of the meeting or goal; "" where the note is about the relationship itself
	Veil  bool      // the title is of another's private meeting
	On    core.Date // of the meeting; zero where it is about something else
}

// NotesIn gives the notes about a relationship, its meetings and its goals.
func (s Relationships) NotesIn(ctx context.Context, id core.ID) (*NotesIn, error) {
	return view(ctx, s.e, func(r Reader) (*NotesIn, error) {
		today, owner, err := s.e.today(r)
		if err != nil {
			return nil, err
		}
		rel, err := load[core.Relationship](r, id)
		if err != nil {
			return nil, err
		}
		out := &NotesIn{Today: today, Owner: owner.ID, Names: map[core.ID]string{}}
		if err := namesOf(r, out.Names, participants(rel)); err != nil {
			return nil, err
		}
		err = out.read(r, rel, owner.Home())
		delete(out.Names, out.Owner)
		return out, err
	})
}

func (n *NotesIn) read(r Reader, rel *core.Relationship, home core.Zone) error {
	if err := n.about(r, NoteRow{}, rel.ID); err != nil {
		return err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: rel.ID}) {
		if err != nil {
			return err
		}
		if err := n.about(r, NoteRow{Title: m.Title, Veil: m.Private(), On: dateOf(m, home)}, m.ID); err != nil {
			return err
		}
	}
	for g, err := range scan[core.Goal](r, Query{Index: GoalsOfRelationship, Of: rel.ID}) {
		if err != nil {
			return err
		}
		if err := n.about(r, NoteRow{Title: g.Title}, g.ID); err != nil {
			return err
		}
	}
	slices.SortStableFunc(n.Rows, func(a, b NoteRow) int { return b.Note.Created.Compare(a.Note.Created) })
	return nil
}

func (n *NotesIn) about(r Reader, row NoteRow, id core.ID) error {
	for note, err := range scan[core.Note](r, Query{Index: NotesAbout, Of: id}) {
		if err != nil {
			return err
		}
		row.Note = note
		n.Rows = append(n.Rows, row)
		if err := namesOf(r, n.Names, append([]core.ID{note.Author}, note.Readers.Readers...)); err != nil {
			return err
		}
	}
	return nil
}

// Log is what happened in one relationship, by the journal.
type Log struct {
	Today core.Date
	Loc   *time.Location // the owner's
	Steps []*ChangeSet   // last first
	More  bool           // the journal goes on beyond what was looked through
}

// logReach is how many entries of the journal a log looks through for each hundred steps that it may give: most
// of a workspace's steps are about other relationships.
const logReach = 4000

// Log gives up to so many of the last steps that touched a relationship or what belongs to it. It looks through
// a bounded part of the journal; More says that there was more of it.
func (s Relationships) Log(ctx context.Context, id core.ID, limit int) (*Log, error) {
	return view(ctx, s.e, func(r Reader) (*Log, error) {
		today, owner, err := s.e.today(r)
		if err != nil {
			return nil, err
		}
		refs, err := s.belonging(r, id)
		if err != nil {
			return nil, err
		}
		out := &Log{Today: today, Loc: zoneOf(owner)}
		seen := 0
		for cs, err := range r.Journal(JournalQuery{Reverse: true}) {
			if err != nil {
				return nil, err
			}
			if seen++; seen > logReach*limit/100 || len(out.Steps) == limit {
				out.More = true
				break
			}
			belong, err := refs.touched(cs)
			if err != nil {
				return nil, err
			}
			if belong && !out.sameGroup(cs) {
				out.Steps = append(out.Steps, cs)
			}
		}
		return out, nil
	})
}

// sameGroup tells whether a step is part of the bulk work that the last one given is part of.
func (l *Log) sameGroup(cs *ChangeSet) bool {
	n := len(l.Steps)
	return n > 0 && !cs.Group.IsZero() && l.Steps[n-1].Group == cs.Group
}

// dossier is what belongs to a relationship, or did.
type dossier map[core.Ref]bool

// touched tells whether a step touched any of it. A record that the step took away belonged to it by what it named then,
// and so do the steps before that touched it: they are asked for later.
func (d dossier) touched(cs *ChangeSet) (bool, error) {
	found := false
	for _, c := range cs.Changes {
		if rec, ok := core.New(c.Ref.Kind); ok && !d[c.Ref] && c.Gone && c.Before != nil && c.Ref.Kind != core.KindPerson && c.Ref.Kind != core.KindBusy {
			if err := json.Unmarshal(c.Before, rec); err != nil {
				return false, core.Wrap(core.CodeDamaged, err)
			}
			if slices.ContainsFunc(core.Pointers(rec), func(p core.Pointer) bool { return d[p.Ref] }) {
				d[c.Ref] = true
			}
		}
		found = found || d[c.Ref]
	}
	return found, nil
}

// belonging gives the records that belong to a relationship, itself first.
func (s Relationships) belonging(r Reader, id core.ID) (dossier, error) {
	rel, err := load[core.Relationship](r, id)
	if err != nil {
		return nil, err
	}
	refs := dossier{{Kind: core.KindRelationship, ID: id}: true}
	for _, index := range []Index{
		MeetingsOfRelationship, ActionsOfRelationship, GoalsOfRelationship, SkillsOfRelationship,
		QuestionsOfRelationship, RunsOfRelationship, AgreementsOf, SeriesOf, NotesAbout,
	} {
		for entry, err := range r.Keys(Query{Index: index, Of: id}) {
			if err != nil {
				return nil, err
			}
			refs[entry.Ref] = true
		}
	}
	for ref := range refs {
		for _, index := range map[core.Kind][]Index{
			core.KindMeeting: {NotesAbout}, core.KindGoal: {NotesAbout, ReleasesOfItem}, core.KindSkill: {AssessmentsOfSkill, ReleasesOfItem},
		}[ref.Kind] {
			for entry, err := range r.Keys(Query{Index: index, Of: ref.ID}) {
				if err != nil {
					return nil, err
				}
				refs[entry.Ref] = true
			}
		}
	}
	return refs, refs.addReleased(r, rel)
}

// addReleased adds what the mentees of a relationship released of goals and skills that belong to no relationship in particular.
func (d dossier) addReleased(r Reader, rel *core.Relationship) error {
	for _, mentee := range rel.Mentees() {
		for release, err := range scan[core.Release](r, Query{Index: ReleasesOfPerson, Of: mentee}) {
			if err != nil {
				return err
			}
			item, err := r.Get(release.Item)
			if core.CodeOf(err) == core.CodeNotFound {
				continue
			}
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(core.Pointers(item), func(p core.Pointer) bool { return p.Ref.Kind == core.KindRelationship }) {
				d[core.RefOf(release)] = true
			}
		}
	}
	return nil
}
