// Command demo does Mentorbook's main job without a window, by the command line that everybody has: a
// sample workspace in, invitations and progress reports out. It prints each command as it is given, so
// that it can be given again by hand.
//
//	demo -ctl build/mentorctl -o build/demo
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	ctl := flag.String("ctl", "build/mentorctl", "the mentorctl to use")
	out := flag.String("o", "build/demo", "the folder to write to; what an earlier demo left there is removed")
	now := flag.String("now", "", "the time to take for now, as 2026-11-23T09:00:00Z")
	flag.Parse()
	d := demo{ctl: *ctl, folder: *out, out: os.Stdout, now: time.Now()}
	err := d.setClock(*now)
	if err == nil {
		err = d.run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

// demo is one run of it.
type demo struct {
	ctl    string // the program
	folder string // where everything is written
	out    io.Writer
	clock  []string // the --now to hand on, if any
	now    time.Time
	made   []string // the files written for others, in order
}

func (d *demo) setClock(now string) error {
	if now == "" {
		return nil
	}
	t, err := time.Parse(time.RFC3339, now)
	if err != nil {
		return err
	}
	d.now, d.clock = t, []string{"--now", now}
	return nil
}

// run makes the workspace, the invitations and the reports, and lists them.
func (d *demo) run() error {
	if err := d.clear(); err != nil {
		return err
	}
	if _, err := d.tell("demo"); err != nil {
		return err
	}
	if err := d.invite(); err != nil {
		return err
	}
	if err := d.report(); err != nil {
		return err
	}
	return d.list()
}

const workspace = "sample.mentorbook"

// clear removes what an earlier demo wrote, and nothing else that may lie in the folder.
func (d *demo) clear() error {
	if err := os.MkdirAll(d.folder, 0o700); err != nil {
		return err
	}
	for _, pattern := range []string{workspace + "*", "invitation-*.ics", "invitation-*.eml", "report-*.pdf"} {
		old, err := filepath.Glob(filepath.Join(d.folder, pattern))
		if err != nil {
			return err
		}
		for _, path := range old {
			if err := os.RemoveAll(path); err != nil {
				return err
			}
		}
	}
	return nil
}

// tell gives mentorctl a command and shows it.
func (d *demo) tell(args ...string) ([]byte, error) {
	args = append([]string{"-w", filepath.Join(d.folder, workspace)}, append(args, d.clock...)...)
	fmt.Fprintln(d.out, "$ mentorctl", strings.Join(args, " "))
	return d.mentorctl(args)
}

// ask gets a list from mentorctl.
func (d *demo) ask(into any, args ...string) error {
	args = append([]string{"-w", filepath.Join(d.folder, workspace), "--json", "list"}, append(args, d.clock...)...)
	answer, err := d.mentorctl(args)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, into); err != nil {
		return fmt.Errorf("mentorctl %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

func (d *demo) mentorctl(args []string) ([]byte, error) {
	command := exec.Command(d.ctl, args...)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	answer, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("mentorctl %s: %w: %s", strings.Join(args, " "), err, bytes.TrimSpace(complaint.Bytes()))
	}
	return answer, nil
}

// invite writes, for the next meetings of three relationships, an e-mail that asks the guest and a file
// for one's own calendar.
func (d *demo) invite() error {
	var meetings []struct {
		ID           string `json:"id"`
		Relationship string `json:"relationship"`
		Status       string `json:"status"`
		Start        string `json:"start"`
	}
	from, to := d.now.AddDate(0, 0, 1), d.now.AddDate(0, 2, 0)
	if err := d.ask(&meetings, "meetings", "--from", from.Format(time.DateOnly), "--to", to.Format(time.DateOnly)); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, m := range meetings {
		if m.Status != "planned" || seen[m.Relationship] || len(seen) == 3 {
			continue
		}
		seen[m.Relationship] = true
		name := fmt.Sprintf("invitation-%d-%.10s", len(seen), m.Start)
		if err := d.write("request", name+".eml", "invite", m.ID, "--method", "request"); err != nil {
			return err
		}
		if err := d.write("publish", name+".ics", "invite", m.ID, "--method", "publish"); err != nil {
			return err
		}
	}
	if len(seen) == 0 {
		return fmt.Errorf("the sample has no meeting planned from %s to %s", from.Format(time.DateOnly), to.Format(time.DateOnly))
	}
	return nil
}

// write has mentorctl write one file, which must then be there.
func (d *demo) write(what, name string, args ...string) error {
	path := filepath.Join(d.folder, name)
	if _, err := d.tell(append(args, "-o", path)...); err != nil {
		return err
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return fmt.Errorf("mentorctl said nothing wrong and wrote no %s to %s", what, path)
	}
	d.made = append(d.made, path)
	return nil
}

// report writes the last year of the relationship that released most to HR, in both languages.
func (d *demo) report() error {
	relationship, err := d.mostReleased()
	if err != nil {
		return err
	}
	from, to := d.now.AddDate(-1, 0, 0).Format(time.DateOnly), d.now.AddDate(0, 0, 1).Format(time.DateOnly)
	for _, audience := range []string{"hr", "mentee"} {
		for _, language := range []string{"en", "ru"} {
			err := d.write("report", fmt.Sprintf("report-%s-%s.pdf", audience, language),
				"report", relationship, "--audience", audience, "--from", from, "--to", to, "--lang", language)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// mostReleased finds the relationship with the most goals and skills that HR may see.
func (d *demo) mostReleased() (string, error) {
	var releases []struct {
		Audience string `json:"audience"`
		Item     struct {
			ID string `json:"id"`
		} `json:"item"`
	}
	if err := d.ask(&releases, "releases"); err != nil {
		return "", err
	}
	counts := map[string]int{}
	for _, kind := range []string{"goals", "skills"} {
		var items []struct {
			ID            string   `json:"id"`
			Relationships []string `json:"relationships"`
		}
		if err := d.ask(&items, kind); err != nil {
			return "", err
		}
		of := map[string][]string{}
		for _, item := range items {
			of[item.ID] = item.Relationships
		}
		for _, release := range releases {
			for _, relationship := range of[release.Item.ID] {
				if release.Audience == "hr" {
					counts[relationship]++
				}
			}
		}
	}
	best := ""
	for relationship, n := range counts {
		if n > counts[best] || n == counts[best] && relationship < best {
			best = relationship
		}
	}
	if best == "" {
		return "", fmt.Errorf("the sample has released nothing to HR")
	}
	return best, nil
}

// list says what was written for others.
func (d *demo) list() error {
	fmt.Fprintln(d.out, "\nWritten:")
	for _, path := range append([]string{filepath.Join(d.folder, workspace)}, d.made...) {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		fmt.Fprintf(d.out, "%9d bytes  %s\n", info.Size(), path)
	}
	return nil
}
