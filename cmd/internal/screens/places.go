package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mentorbook/cmd/internal/onscreen"
)

// place tells where a window starts that shows a screen: its home, and the arguments that lead it there. That of a
// first start has a home that nobody has used, and no workspace.
func (s *studio) place(screen screen, lang string) (home onscreen.Home, args []string, err error) {
	if screen.as == "" {
		dir, err := os.MkdirTemp(s.folder, "first")
		if err != nil {
			return "", nil, err
		}
		return onscreen.Home(dir), nil, onscreen.Home(dir).Still()
	}
	workspace, err := s.workspace(screen.as, lang)
	if err != nil {
		return "", nil, err
	}
	route, err := s.route(screen.route, workspace)
	return onscreen.Home(s.folder), []string{"-workspace", workspace, "-open", route}, err
}

// workspace makes a sample, or gives the one made before: windows look at it and change nothing.
func (s *studio) workspace(as, lang string) (string, error) {
	path := filepath.Join(s.folder, as+"-"+lang, "practice.mentorbook")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	_, err := s.tell(path, "--lang", lang, "demo", "--as", as)
	return path, err
}

// tell gives mentorctl a command.
func (s *studio) tell(workspace string, args ...string) ([]byte, error) {
	command := exec.Command(s.ctl, append([]string{"-w", workspace, "--now", now}, args...)...)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("mentorctl %s: %w: %s", strings.Join(args, " "), err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, nil
}

// route puts ids in the place of {KIND:NAME}.
func (s *studio) route(text, workspace string) (string, error) {
	var failed error
	route := regexp.MustCompile(`\{(\w+):([^}]*)\}`).ReplaceAllStringFunc(text, func(ref string) string {
		kind, name, _ := strings.Cut(strings.Trim(ref, "{}"), ":")
		id, err := s.find(workspace, kind, name)
		if err != nil {
			failed = err
		}
		return id
	})
	return route, failed
}

// record is what the places need to know of one, whatever its kind.
type record struct {
	ID           string `json:"id"`
	Name         string `json:"name"`
	Relationship string `json:"relationship"`
	Start        string `json:"start"`
	Status       string `json:"status"`
	Participants []struct {
		Person string `json:"person"`
	} `json:"participants"`
}

func (r record) of(person string) bool {
	return slices.ContainsFunc(r.Participants, func(p struct {
		Person string `json:"person"`
	},
	) bool {
		return p.Person == person
	})
}

// find gives the id of a person by name, of the first relationship that they are in, of its next meeting
// ("planned") or of its last one ("held").
func (s *studio) find(workspace, kind, name string) (string, error) {
	person, err := s.first(workspace, "people", func(r record) bool { return r.Name == name })
	if err != nil || kind == "person" {
		return person.ID, err
	}
	relationship, err := s.first(workspace, "relationships", func(r record) bool { return r.of(person.ID) })
	if err != nil || kind == "relationship" {
		return relationship.ID, err
	}
	meeting, err := s.first(workspace, "meetings", func(r record) bool {
		return r.Relationship == relationship.ID && r.Status == kind
	})
	return meeting.ID, err
}

// first gives the first record of a list for which want is true; of meetings held, the last one.
func (s *studio) first(workspace, list string, want func(record) bool) (record, error) {
	out, err := s.tell(workspace, "--json", "list", list)
	if err != nil {
		return record{}, err
	}
	var all []record
	if err := json.Unmarshal(out, &all); err != nil {
		return record{}, err
	}
	all = slices.DeleteFunc(all, func(r record) bool { return !want(r) })
	slices.SortStableFunc(all, func(a, b record) int { return strings.Compare(a.Start, b.Start) })
	if len(all) == 0 {
		return record{}, fmt.Errorf("the sample's %s have none such", list)
	}
	if all[0].Status == "held" {
		return all[len(all)-1], nil
	}
	return all[0], nil
}
