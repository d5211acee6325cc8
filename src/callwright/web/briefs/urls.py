"""The addresses of this app, under calls/."""

from django.urls import path

from callwright.web.briefs import views

urlpatterns = [
    path("<int:pk>/brief/", views.brief, name="brief"),
    path("<int:pk>/brief.pdf", views.as_pdf, name="brief-pdf"),
    path("<int:pk>/brief.ics", views.as_ics, name="brief-ics"),
    path("briefs/coming/", views.ahead, name="briefs-coming"),
    path("briefs/mail/", views.by_mail, name="brief-mail"),
]
