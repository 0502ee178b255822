-- CourseOffer, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.topics
-- _l1: Topic.courses
-- _l2: Topic.courses
-- _l3: Topic.policyDocuments
-- _l4: Topic.policyLectures
-- _l5: Topic.meetings
-- _l6: Topic.volunteerActivities
-- _l7: Query.outdatedCourses
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select (count(*)::int)::text
                from
                  course_topic _link
                  join course _l1 on _l1.id = _link."course_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      (
                        _l1.created_by_id = $2::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $2::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l1.school_id
                              or (
                                _l1.school_id is null
                                and coalesce(_l1.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                      or (
                        (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _l1.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l1.is_public
                          or (
                            _l1.district_id is null
                            or _l1.district_id = any ($4::uuid[])
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from
                  course_topic _link
                  join course _l2 on _l2.id = _link."course_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      (
                        _l2.created_by_id = $2::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $2::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l2.school_id
                              or (
                                _l2.school_id is null
                                and coalesce(_l2.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                      or (
                        (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _l2.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l2.is_public
                          or (
                            _l2.district_id is null
                            or _l2.district_id = any ($4::uuid[])
                          )
                        )
                      )
                    )
                    and _l2."published_at" >= $5
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from
                  policy_document_topic _link
                  join policy_document _l3 on _l3.id = _link."document_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      (
                        _l3.created_by_id = $2::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $2::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l3.school_id
                              or (
                                _l3.school_id is null
                                and coalesce(_l3.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                      or (
                        (
                          select true
                          from policy_edition pub
                          where
                            pub.document_id = _l3.id
                            and pub.status = 'PUBLISHED'
                          limit 1
                        )
                        and (
                          _l3.is_public
                          or (
                            _l3.district_id is null
                            or _l3.district_id = any ($4::uuid[])
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from
                  lecture_topic _link
                  join policy_lecture _l4 on _l4.id = _link."lecture_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      (
                        _l4.created_by_id = $2::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $2::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l4.school_id
                              or (
                                _l4.school_id is null
                                and coalesce(_l4.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                      or (
                        _l4.status = 'PUBLISHED'
                        and (
                          _l4.is_public
                          or (
                            _l4.district_id is null
                            or _l4.district_id = any ($4::uuid[])
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from
                  meeting_topic _link
                  join meeting _l5 on _l5.id = _link."meeting_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      _l5.published_at is not null
                      and _l5.school_id in (
                        select s.id
                        from school s
                        where s.district_id = any ($4::uuid[])
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from
                  activity_topic _link
                  join volunteer_activity _l6 on _l6.id = _link."activity_id"
                where
                  (
                    _link."topic_id" = _l0.id
                    and (
                      _l6.published_at is not null
                      and _l6.district_id = any ($4::uuid[])
                    )
                    and true
                  )
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."code", _l0."name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from topic _l0
            where true
            order by
              _l0."code" asc,
              _l0."id" asc
            limit $6::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l7
      where
        (
          (
            (
              _l7.created_by_id = $2::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $2::uuid
                  and own.ended_at is null
                  and own.valid_from <= $3::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $3::date
                  )
                  and (
                    own.school_id = _l7.school_id
                    or (
                      _l7.school_id is null
                      and coalesce(_l7.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l7.id
                  and pub.status = 'PUBLISHED'
              )
              and (
                _l7.is_public
                or (
                  _l7.district_id is null
                  or _l7.district_id = any ($4::uuid[])
                )
              )
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l7.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $3::date
                )
              )
          )
          and true
        )
    ) || ']'
  end;
