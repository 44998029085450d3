package house

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"
)

// topLevel is all that may lie at the top of the repository.
var topLevel = []string{
	".ci", ".gitattributes", ".gitignore", "FyneApp.toml", "LICENSE", "Makefile", "README.md",
	"assets", "cmd", "core", "docs", "go.mod", "go.sum", "storage", "ui",
}

// TopLevel finds what lies at the top and should not.
func TopLevel(s *Source) []string {
	var found []string
	seen := map[string]bool{}
	for _, name := range s.Files {
		first, _, _ := strings.Cut(name, "/")
		if !seen[first] && !contains(topLevel, first) {
			seen[first] = true
			found = append(found, first+": not a room of the house")
		}
	}
	return found
}

// Licensed finds fonts without their licence beside them.
func Licensed(s *Source) []string {
	licence := regexp.MustCompile(`(?i)^(ofl|licen[cs]e|copying)`)
	has := map[string]bool{}
	for _, name := range s.Files {
		if licence.MatchString(path.Base(name)) {
			has[path.Dir(name)] = true
		}
	}
	var found []string
	for _, name := range s.Files {
		switch strings.ToLower(path.Ext(name)) {
		case ".ttf", ".otf", ".ttc", ".woff", ".woff2":
			if !has[path.Dir(name)] {
				found = append(found, name+": a font needs its licence beside it")
			}
		}
	}
	return found
}

// A machine's own paths and the hosts that packages came from mean nothing to anybody else. The
// patterns are put together here, so that this file does not find itself.
var (
	machinePath = regexp.MustCompile(`(^|[^A-Za-z0-9_.~-])/(wo` + `rk|ro` + `ot|ho` + `me/[a-z][a-z0-9]*|Us` + `ers/[a-z]+)/`)
	packageHost = regexp.MustCompile(`(pro` + `xy|su` + `m)\.golang\.org|(de` + `b|secu` + `rity)\.debian\.org|registry\.np` + `mjs\.org|py` + `pi\.org`)
	lostPaper   = regexp.MustCompile(`\b(DES` + `IGN|EXP` + `ORTS)\.md\b`)
)

// Traces finds paths of one machine, hosts of package registries, and names of papers that are not in
// the repository, in any text file, scripts and documents included.
func Traces(s *Source) ([]string, error) {
	var found []string
	for _, name := range s.Files {
		data, err := fs.ReadFile(s.FS, name)
		if err != nil {
			return nil, err
		}
		if name == "go.sum" || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		for number, line := range bytes.Split(data, []byte("\n")) {
			for _, rule := range []*regexp.Regexp{machinePath, packageHost, lostPaper} {
				if trace := rule.Find(line); trace != nil {
					found = append(found, fmt.Sprintf("%s:%d: %q means nothing elsewhere", name, number+1, bytes.TrimSpace(trace)))
				}
			}
		}
	}
	return found, nil
}

var (
	target    = regexp.MustCompile(`(?m)^([a-z]+):.*## `)
	namedMake = regexp.MustCompile("(?m)(?:`|^    |^\\$ )(?:[A-Z]+=\\S+ )*make ([a-z]+)")
)

// Commands finds documents that name a make command which the Makefile does not have.
func Commands(s *Source) ([]string, error) {
	makefile, err := fs.ReadFile(s.FS, "Makefile")
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, m := range target.FindAllSubmatch(makefile, -1) {
		known[string(m[1])] = true
	}
	var found []string
	for _, name := range s.Files {
		if path.Ext(name) != ".md" {
			continue
		}
		data, err := fs.ReadFile(s.FS, name)
		if err != nil {
			return nil, err
		}
		for _, m := range namedMake.FindAllSubmatch(data, -1) {
			if !known[string(m[1])] {
				found = append(found, fmt.Sprintf("%s: there is no make %s", name, m[1]))
			}
		}
	}
	sort.Strings(found)
	return found, nil
}
