"""The addresses of this app."""

from django.urls import path

from callwright.web.debriefs import views

urlpatterns = [
    path("<int:pk>/debrief/", views.debrief, name="debrief"),
    path("<int:pk>/debrief/so-far/", views.so_far, name="debrief-so-far"),
    path("<int:pk>/debrief/follows/<int:row>/", views.follow, name="consequence"),
    path("<int:pk>/debrief/follows/", views.follow_all, name="consequences"),
    path("to-debrief/", views.to_debrief, name="to-debrief"),
    path("to-debrief/back/", views.put_back, name="put-back"),
    path("commitments/", views.commitments, name="commitments"),
    path("commitments/<int:pk>/", views.promise, name="commitment"),
]
