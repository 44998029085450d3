package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// Directory is everybody in the workspace, with what a line about them shows.
type Directory struct {
	Now   time.Time
	Today core.Date // for the owner
	Owner core.ID
	Rows  []PersonRow // in the order of their making
}

// PersonRow is one person of the directory.
type PersonRow struct {
	Person *core.Person
	With   []PersonPart // relationships they take part in, oldest first
	Last   core.Date    // of the last meeting held in one of those; zero: none
}

// PersonPart is one person's part in one relationship.
type PersonPart struct {
	Relationship core.ID
	Name         string // as the sidebar has it
	Apart        string // what tells it apart, at the end of the name; "" for nothing
	Named        bool   // it was given a name; else it has those of the people in it
	Role         core.Role
	Status       core.Status
	Left         bool // they are not in it any more
}

// Directory lists all people. It reads each person and each relationship once, and of meetings one key each.
func (s People) Directory(ctx context.Context) (*Directory, error) {
	return view(ctx, s.e, func(r Reader) (*Directory, error) {
		today, owner, err := s.e.today(r)
		if err != nil {
			return nil, err
		}
		d := &Directory{Now: s.e.now(), Today: today, Owner: owner.ID}
		byID := map[core.ID]*core.Person{}
		for p, err := range every[core.Person](r) {
			if err != nil {
				return nil, err
			}
			d.Rows = append(d.Rows, PersonRow{Person: p})
			byID[p.ID] = p
		}
		return d, d.addParts(r, byID, zoneOf(owner))
	})
}

// Newcomer gives the one person who takes part in nothing yet: whom a relationship that is begun now is most likely with.
// Zero where there is nobody, or more than one to choose from.
func (d *Directory) Newcomer() core.ID {
	var found core.ID
	for _, row := range d.Rows {
		if row.Person.ID == d.Owner || len(row.With) > 0 {
			continue
		}
		if !found.IsZero() {
			return core.ID{}
		}
		found = row.Person.ID
	}
	return found
}

func (d *Directory) addParts(r Reader, byID map[core.ID]*core.Person, loc *time.Location) error {
	rows := make(map[core.ID]*PersonRow, len(d.Rows))
	for i := range d.Rows {
		rows[d.Rows[i].Person.ID] = &d.Rows[i]
	}
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return err
		}
		last, err := lastContact(r, rel.ID, d.Now, loc)
		if err != nil {
			return err
		}
		name, err := placeName(r, rel, d.Owner, byID)
		if err != nil {
			return err
		}
		apart, err := tellingPart(r, rel.ID, name)
		if err != nil {
			return err
		}
		for _, part := range rel.Participants {
			row := rows[part.Person]
			if row == nil {
				continue
			}
			row.With = append(row.With, PersonPart{rel.ID, name, apart, rel.Name != "", part.Role, rel.Status, part.LeftBefore(d.Today)})
			if last.After(row.Last) {
				row.Last = last
			}
		}
	}
	return nil
}

// PersonFile is all that a page about one person shows.
type PersonFile struct {
	PersonRow

	Now   time.Time
	Today core.Date
	Owner core.ID
	Notes []*core.Note       // about the person, latest first
	Names map[core.ID]string // of authors and readers of the notes but the owner

	Promises []*core.Action // open ones of the person's that belong to no relationship, by day; not of the owner's
}

// File reads one person with their relationships and the notes about them.
func (s People) File(ctx context.Context, id core.ID) (*PersonFile, error) {
	return view(ctx, s.e, func(r Reader) (*PersonFile, error) {
		today, owner, err := s.e.today(r)
		if err != nil {
			return nil, err
		}
		f := &PersonFile{Now: s.e.now(), Today: today, Owner: owner.ID, Names: map[core.ID]string{}}
		if f.Person, err = load[core.Person](r, id); err != nil {
			return nil, err
		}
		if err := s.fileParts(r, f, zoneOf(owner)); err != nil {
			return nil, err
		}
		for n, err := range scan[core.Note](r, Query{Index: NotesAbout, Of: id, Reverse: true}) {
			if err != nil {
				return nil, err
			}
			f.Notes = append(f.Notes, n)
			if err := namesOf(r, f.Names, append([]core.ID{n.Author}, n.Readers.Readers...)); err != nil {
				return nil, err
			}
		}
		delete(f.Names, f.Owner)
		return f, filePromises(r, f)
	})
}

// filePromises finds what somebody promised outside of relationships: no page of one shows it.
func filePromises(r Reader, f *PersonFile) error {
	if f.Person.ID == f.Owner {
		return nil
	}
	var err error
	f.Promises, err = collect(scan[core.Action](r, Query{Index: ActionsApart, Of: f.Person.ID}))
	return err
}

func (s People) fileParts(r Reader, f *PersonFile, loc *time.Location) error {
	for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: f.Person.ID}) {
		if err != nil {
			return err
		}
		name, err := RelationshipName(r, rel)
		if err != nil {
			return err
		}
		apart, err := tellingPart(r, rel.ID, name)
		if err != nil {
			return err
		}
		last, err := lastContact(r, rel.ID, f.Now, loc)
		if err != nil {
			return err
		}
		if last.After(f.Last) {
			f.Last = last
		}
		part, _ := rel.Participant(f.Person.ID)
		f.With = append(f.With, PersonPart{rel.ID, name, apart, rel.Name != "", part.Role, rel.Status, part.LeftBefore(f.Today)})
	}
	return nil
}

// Names gives the names of people; "" for one who is not there any more.
func (s People) Names(ctx context.Context, ids []core.ID) (map[core.ID]string, error) {
	return view(ctx, s.e, func(r Reader) (map[core.ID]string, error) {
		names := map[core.ID]string{}
		return names, namesOf(r, names, ids)
	})
}

// namesOf looks up the names of people that are not in the map yet.
func namesOf(r Reader, names map[core.ID]string, ids []core.ID) error {
	for _, id := range ids {
		if _, known := names[id]; known || id.IsZero() {
			continue
		}
		p, err := load[core.Person](r, id)
		switch {
		case core.CodeOf(err) == core.CodeNotFound:
			names[id] = ""
		case err != nil:
			return err
		default:
			names[id] = p.Name
		}
	}
	return nil
}
