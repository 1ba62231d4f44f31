package inbox

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/inbox"
)

var _ inbox.API = (*Service)(nil)

var notYet = fault.New(fault.Broken, "broken")

func (s *Service) Reply(context.Context, inbox.NewReply) (v inbox.View, err error) { return v, notYet }
func (s *Service) Talks(context.Context, inbox.TalksOf) (v inbox.Talks, err error) { return v, notYet }
func (s *Service) Talk(context.Context, inbox.ID) (v inbox.Talk, err error)        { return v, notYet }
func (s *Service) Own(context.Context, inbox.Own) (v inbox.Talk, err error)        { return v, notYet }
func (s *Service) Answer(context.Context, inbox.Answer) (v inbox.Talk, err error)  { return v, notYet }
func (s *Service) Templates(context.Context, inbox.TemplatesOf) (v inbox.Templates, err error) {
	return v, notYet
}
func (s *Service) Template(context.Context, inbox.TemplateID) (v inbox.Template, err error) {
	return v, notYet
}
func (s *Service) TemplateVersion(context.Context, inbox.TemplateVersion) (v inbox.Wording, err error) {
	return v, notYet
}
func (s *Service) SaveTemplate(context.Context, inbox.SaveTemplate) (v inbox.Template, err error) {
	return v, notYet
}
func (s *Service) DiscardTemplate(context.Context, inbox.TemplateDraft) (v inbox.Template, err error) {
	return v, notYet
}
func (s *Service) PublishTemplate(context.Context, inbox.TemplateDraft) (v inbox.Template, err error) {
	return v, notYet
}
func (s *Service) Announcements(context.Context, inbox.AnnouncementsOf) (v inbox.Announcements, err error) {
	return v, notYet
}
func (s *Service) Announcement(context.Context, inbox.ID) (v inbox.Announcement, err error) {
	return v, notYet
}
func (s *Service) Reach(context.Context, inbox.Audience) (v inbox.Reach, err error) {
	return v, notYet
}
func (s *Service) Announce(context.Context, inbox.Announce) (v inbox.Announcement, err error) {
	return v, notYet
}
func (s *Service) Revise(context.Context, inbox.Revise) (v inbox.Announcement, err error) {
	return v, notYet
}
func (s *Service) Approve(context.Context, inbox.Decision) (v inbox.Announcement, err error) {
	return v, notYet
}
func (s *Service) Withdraw(context.Context, inbox.Decision) (v inbox.Announcement, err error) {
	return v, notYet
}
func (s *Service) Figures(context.Context, inbox.FiguresOf) (v inbox.Figures, err error) {
	return v, notYet
}
