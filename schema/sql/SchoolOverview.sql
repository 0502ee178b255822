-- SchoolOverview, asked as school-admin: answered by statement
-- Not by statement for staff; auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.school (School)
-- _r1: School.studentCount
-- _r2: School.district
-- _l0: School.classes
-- _r3: SchoolClass.studentCount
-- _r4: SchoolClass.grade
-- _r5: SchoolClass.schoolYear
-- _r6: SchoolClass.homeroomTeacher
-- _l1: School.meetings
-- _r7: Meeting.invitedHouseholdCount
-- _r8: Meeting.repliedHouseholdCount
-- _r9: Meeting.attendingReplyCount
-- _l2: School.shifts
-- _r10: Shift.signupCount
-- _r11: Shift.activity
-- _l3: School.courses
-- _l4: School.policyDocuments
-- _l5: School.rooms
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from student _r1
                where
                  (
                    _r1."school_id" = _r0.id
                    and _r1.school_id = any ($2::uuid[])
                    and _r1.left_on is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from district _r2
                where _r2.id = _r0."district_id"
              ),
              'null'
            ) || ',' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (_l0.school_id = any ($2::uuid[])) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from class_membership _r3
                        where
                          (
                            _r3."school_class_id" = _l0.id
                            and (
                              _r3.student_id in (
                                select s.id
                                from student s
                                where s.school_id = any ($2::uuid[])
                              )
                              or _l0.school_id = any ($2::uuid[])
                            )
                            and _r3.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from grade _r4
                        where _r4.id = _l0."grade_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r5."id"::text || '",' || right(json_build_array(($3::date between _r5.starts_on and _r5.ends_on))::text, -1)
                        from school_year _r5
                        where _r5.id = _l0."school_year_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r6."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r6.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r6.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                          )
                                          and asg.school_id = any ($5::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r6.id
                                            and asg.school_id = any ($5::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r6.person_id
                              ),
                              _r6."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r6
                        where
                          (
                            _r6.id in (
                              select a.staff_id
                              from staff_assignment a
                              where
                                a.school_class_id = _l0.id
                                and a.role = 'HOMEROOM_TEACHER'
                                and a.ended_at is null
                                and a.valid_from <= $3::date
                                and (
                                  a.valid_to is null
                                  or a.valid_to >= $3::date
                                )
                            )
                            and (
                              _r6.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.school_id = any ($5::uuid[])
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."number"::text || ',' || right(json_build_array(_l0."name", _l0."school_year_id"::text, _l0."grade_id"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $6::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from school_class _l0
                      where
                        (
                          _l0."school_id" = _r0.id
                          and _l0.school_id = any ($5::uuid[])
                          and true
                        )
                      order by
                        _l0."school_year_id" desc,
                        _l0."grade_id" asc,
                        _l0."number" asc,
                        _l0."id" asc
                      limit ($6::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from school_class _l0
                where
                  (
                    _l0."school_id" = _r0.id
                    and _l0.school_id = any ($5::uuid[])
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_invitation _r7
                        where
                          (
                            _r7."meeting_id" = _l1.id
                            and _r7.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r8
                        where
                          (
                            _r8."meeting_id" = _l1.id
                            and _r8.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or _l1.school_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r9
                        where
                          (
                            _r9."meeting_id" = _l1.id
                            and _r9.superseded_at is null
                            and _r9.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(
                        json_build_array(
                          _l1."title",
                          _l1."place",
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                  or (
                                    select mtg.school_id = any ($2::uuid[])
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                  or (
                                    select mtg.school_id = any ($2::uuid[])
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                  or (
                                    select mtg.school_id = any ($2::uuid[])
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                )
                                and (
                                  (
                                    (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                    or (
                                      select mtg.school_id = any ($2::uuid[])
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    select
                                      (
                                        mtg.organiser_id = $4::uuid
                                        and mtg.school_id = any ($5::uuid[])
                                      )
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                  or (
                                    select mtg.school_id = any ($2::uuid[])
                                    from meeting mtg
                                    where mtg.id = each.meeting_id
                                  )
                                )
                                and (
                                  (
                                    (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                    or (
                                      select mtg.school_id = any ($2::uuid[])
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            (
                              (
                                _l1.organiser_id = $4::uuid
                                and _l1.school_id = any ($5::uuid[])
                              )
                              or _l1.school_id = any ($2::uuid[])
                            )
                          ),
                          (false)
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from meeting _l1
                    where
                      (
                        _l1."school_id" = _r0.id
                        and (
                          (
                            _l1.organiser_id = $4::uuid
                            and _l1.school_id = any ($5::uuid[])
                          )
                          or _l1.school_id = any ($2::uuid[])
                        )
                        and _l1."starts_at" >= $7
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from meeting _l1
                where
                  (
                    _l1."school_id" = _r0.id
                    and (
                      (
                        _l1.organiser_id = $4::uuid
                        and _l1.school_id = any ($5::uuid[])
                      )
                      or _l1.school_id = any ($2::uuid[])
                    )
                    and _l1."starts_at" >= $7
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    (
                                      _l2.school_id = any ($5::uuid[])
                                      and (
                                        select act.organiser_id = $4::uuid
                                        from volunteer_activity act
                                        where act.id = _l2.activity_id
                                      )
                                    )
                                    or _l2.school_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and _l2.school_id = any ($5::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r10
                        where
                          (
                            _r10."shift_id" = _l2.id
                            and (
                              (
                                (
                                  (
                                    _l2.school_id = any ($5::uuid[])
                                    and (
                                      select act.organiser_id = $4::uuid
                                      from volunteer_activity act
                                      where act.id = _l2.activity_id
                                    )
                                  )
                                  or _l2.school_id = any ($2::uuid[])
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $3::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and _l2.school_id = any ($5::uuid[])
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $3::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r10.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r11."id"::text || '","' || _r11."kind"::text || '",' || right(json_build_array(_r11."title")::text, -1)
                        from volunteer_activity _r11
                        where
                          (
                            _r11.id = _l2."activity_id"
                            and (
                              (
                                _r11.school_id = any ($5::uuid[])
                                and (
                                  _r11.published_at is not null
                                  or _r11.organiser_id = $4::uuid
                                )
                              )
                              or _r11.school_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from shift _l2
                    where
                      (
                        _l2."school_id" = _r0.id
                        and (
                          (
                            _l2.school_id = any ($5::uuid[])
                            and (
                              _l2.published_at is not null
                              or (
                                select act.organiser_id = $4::uuid
                                from volunteer_activity act
                                where act.id = _l2.activity_id
                              )
                            )
                          )
                          or _l2.school_id = any ($2::uuid[])
                        )
                        and _l2."starts_at" >= $10
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit $11::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from shift _l2
                where
                  (
                    _l2."school_id" = _r0.id
                    and (
                      (
                        _l2.school_id = any ($5::uuid[])
                        and (
                          _l2.published_at is not null
                          or (
                            select act.organiser_id = $4::uuid
                            from volunteer_activity act
                            where act.id = _l2.activity_id
                          )
                        )
                      )
                      or _l2.school_id = any ($2::uuid[])
                    )
                    and _l2."starts_at" >= $10
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          exists (
                            select 1
                            from
                              course_edition own
                              join course_citation cit on cit.course_edition_id = own.id
                              join policy_edition cited on cited.id = cit.policy_edition_id
                            where
                              own.course_id = _l3.id
                              and own.status = 'PUBLISHED'
                              and (
                                cited.status = 'WITHDRAWN'
                                or (
                                  cited.status = 'PUBLISHED'
                                  and cited.effective_to < $3::date
                                )
                              )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from course _l3
                    where
                      (
                        _l3."school_id" = _r0.id
                        and (
                          (
                            (
                              _l3.created_by_id = $4::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $4::uuid
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
                            or _l3.school_id = any ($2::uuid[])
                          )
                          or (
                            (
                              select true
                              from course_edition pub
                              where
                                pub.course_id = _l3.id
                                and pub.status = 'PUBLISHED'
                            )
                            and (
                              _l3.is_public
                              or _l3.school_id = any ($5::uuid[])
                              or (
                                _l3.school_id is null
                                and (
                                  _l3.district_id is null
                                  or _l3.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."listed_at" desc,
                      _l3."id" desc
                    limit $13::int
                  ) _l3
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from course _l3
                where
                  (
                    _l3."school_id" = _r0.id
                    and (
                      (
                        (
                          _l3.created_by_id = $4::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $4::uuid
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
                        or _l3.school_id = any ($2::uuid[])
                      )
                      or (
                        (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _l3.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l3.is_public
                          or _l3.school_id = any ($5::uuid[])
                          or (
                            _l3.school_id is null
                            and (
                              _l3.district_id is null
                              or _l3.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."issued_on"::text || '",' || right(json_build_array(_l4."title", _l4."document_number")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_document _l4
                    where
                      (
                        _l4."school_id" = _r0.id
                        and (
                          (
                            (
                              _l4.created_by_id = $4::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $4::uuid
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
                            or _l4.school_id = any ($2::uuid[])
                          )
                          or (
                            (
                              select true
                              from policy_edition pub
                              where
                                pub.document_id = _l4.id
                                and pub.status = 'PUBLISHED'
                              limit 1
                            )
                            and (
                              _l4.is_public
                              or _l4.school_id = any ($5::uuid[])
                              or (
                                _l4.school_id is null
                                and (
                                  _l4.district_id is null
                                  or _l4.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."issued_on" desc,
                      _l4."id" desc
                    limit $14::int
                  ) _l4
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from policy_document _l4
                where
                  (
                    _l4."school_id" = _r0.id
                    and (
                      (
                        (
                          _l4.created_by_id = $4::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $4::uuid
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
                        or _l4.school_id = any ($2::uuid[])
                      )
                      or (
                        (
                          select true
                          from policy_edition pub
                          where
                            pub.document_id = _l4.id
                            and pub.status = 'PUBLISHED'
                          limit 1
                        )
                        and (
                          _l4.is_public
                          or _l4.school_id = any ($5::uuid[])
                          or (
                            _l4.school_id is null
                            and (
                              _l4.district_id is null
                              or _l4.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || right(json_build_array(_l5."name")::text, -1), ',') || ']'
                from
                  (
                    select _l5.*
                    from room _l5
                    where
                      (
                        _l5."school_id" = _r0.id
                        and _l5.school_id = any ($5::uuid[])
                        and true
                      )
                    order by
                      _l5."name" asc,
                      _l5."id" asc
                    limit $15::int
                  ) _l5
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."code", _r0."name", _r0."stages")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($16::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.school (School)
-- _r1: School.studentCount
-- _r2: School.district
-- _l0: School.classes
-- _r3: SchoolClass.studentCount
-- _r4: SchoolClass.grade
-- _r5: SchoolClass.schoolYear
-- _r6: SchoolClass.homeroomTeacher
-- _l1: School.meetings
-- _r7: Meeting.invitedHouseholdCount
-- _r8: Meeting.repliedHouseholdCount
-- _r9: Meeting.attendingReplyCount
-- _l2: School.shifts
-- _r10: Shift.signupCount
-- _r11: Shift.activity
-- _l3: School.courses
-- _l4: School.policyDocuments
-- _l5: School.rooms
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (false) is not true then null
                      else count(*)::int
                    end
                  )::text
                from student _r1
                where
                  (
                    _r1."school_id" = _r0.id
                    and exists (
                      select 1
                      from class_membership m
                      where
                        m.student_id = _r1.id
                        and m.school_class_id = any ($2::uuid[])
                        and m.status = 'ACTIVE'
                    )
                    and _r1.left_on is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from district _r2
                where _r2.id = _r0."district_id"
              ),
              'null'
            ) || ',' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (_l0.id = any ($2::uuid[])) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from class_membership _r3
                        where
                          (
                            _r3."school_class_id" = _l0.id
                            and (
                              _r3.school_class_id = any ($2::uuid[])
                              or exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _r3.student_id
                                  and m.school_class_id = any ($2::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                            and _r3.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from grade _r4
                        where _r4.id = _l0."grade_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r5."id"::text || '",' || right(json_build_array(($3::date between _r5.starts_on and _r5.ends_on))::text, -1)
                        from school_year _r5
                        where _r5.id = _l0."school_year_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r6."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r6.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r6.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                          )
                                          and asg.school_id = any ($5::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r6.id
                                            and asg.school_id = any ($5::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r6.person_id
                              ),
                              _r6."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r6
                        where
                          (
                            _r6.id in (
                              select a.staff_id
                              from staff_assignment a
                              where
                                a.school_class_id = _l0.id
                                and a.role = 'HOMEROOM_TEACHER'
                                and a.ended_at is null
                                and a.valid_from <= $3::date
                                and (
                                  a.valid_to is null
                                  or a.valid_to >= $3::date
                                )
                            )
                            and (
                              _r6.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.school_id = any ($5::uuid[])
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."number"::text || ',' || right(json_build_array(_l0."name", _l0."school_year_id"::text, _l0."grade_id"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $6::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from school_class _l0
                      where
                        (
                          _l0."school_id" = _r0.id
                          and _l0.school_id = any ($5::uuid[])
                          and true
                        )
                      order by
                        _l0."school_year_id" desc,
                        _l0."grade_id" asc,
                        _l0."number" asc,
                        _l0."id" asc
                      limit ($6::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from school_class _l0
                where
                  (
                    _l0."school_id" = _r0.id
                    and _l0.school_id = any ($5::uuid[])
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($2::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_invitation _r7
                        where
                          (
                            _r7."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r7.meeting_id = any (
                                    array(
                                      select mcl.meeting_id
                                      from meeting_class mcl
                                      where mcl.school_class_id = any ($2::uuid[])
                                    )
                                  )
                                  and _r7.household_id in (
                                    select hst.household_id
                                    from
                                      class_membership cms
                                      join household_student hst on hst.student_id = cms.student_id
                                    where
                                      cms.school_class_id = any ($2::uuid[])
                                      and cms.status = 'ACTIVE'
                                  )
                                  and _l1.published_at is not null
                                )
                                or (
                                  _l1.organiser_id = $4::uuid
                                  and _l1.school_id = any ($5::uuid[])
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($2::uuid[])
                                )
                              )
                            )
                            and _r7.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($2::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r8
                        where
                          (
                            _r8."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r8.meeting_id = any (
                                    array(
                                      select mcl.meeting_id
                                      from meeting_class mcl
                                      where mcl.school_class_id = any ($2::uuid[])
                                    )
                                  )
                                  and _r8.household_id in (
                                    select hst.household_id
                                    from
                                      class_membership cms
                                      join household_student hst on hst.student_id = cms.student_id
                                    where
                                      cms.school_class_id = any ($2::uuid[])
                                      and cms.status = 'ACTIVE'
                                  )
                                  and _l1.published_at is not null
                                )
                                or (
                                  _l1.organiser_id = $4::uuid
                                  and _l1.school_id = any ($5::uuid[])
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($2::uuid[])
                                )
                              )
                            )
                            and _r8.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $4::uuid
                                    and _l1.school_id = any ($5::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($2::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r9
                        where
                          (
                            _r9."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r9.meeting_id = any (
                                    array(
                                      select mcl.meeting_id
                                      from meeting_class mcl
                                      where mcl.school_class_id = any ($2::uuid[])
                                    )
                                  )
                                  and _r9.household_id in (
                                    select hst.household_id
                                    from
                                      class_membership cms
                                      join household_student hst on hst.student_id = cms.student_id
                                    where
                                      cms.school_class_id = any ($2::uuid[])
                                      and cms.status = 'ACTIVE'
                                  )
                                  and _l1.published_at is not null
                                )
                                or (
                                  _l1.organiser_id = $4::uuid
                                  and _l1.school_id = any ($5::uuid[])
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($2::uuid[])
                                )
                              )
                            )
                            and _r9.superseded_at is null
                            and _r9.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(
                        json_build_array(
                          _l1."title",
                          _l1."place",
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($2::uuid[])
                                        )
                                      )
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($2::uuid[])
                                        )
                                      )
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($2::uuid[])
                                        )
                                      )
                                  )
                                )
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($2::uuid[])
                                        )
                                      )
                                  )
                                )
                                and (
                                  (
                                    (
                                      each.meeting_id = any (
                                        array(
                                          select mcl.meeting_id
                                          from meeting_class mcl
                                          where mcl.school_class_id = any ($2::uuid[])
                                        )
                                      )
                                      and each.household_id in (
                                        select hst.household_id
                                        from
                                          class_membership cms
                                          join household_student hst on hst.student_id = cms.student_id
                                        where
                                          cms.school_class_id = any ($2::uuid[])
                                          and cms.status = 'ACTIVE'
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      select
                                        (
                                          mtg.organiser_id = $4::uuid
                                          and mtg.school_id = any ($5::uuid[])
                                        )
                                      from meeting mtg
                                      where mtg.id = each.meeting_id
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            (
                              (
                                _l1.organiser_id = $4::uuid
                                and _l1.school_id = any ($5::uuid[])
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($2::uuid[])
                                )
                              )
                            )
                          ),
                          (false)
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from meeting _l1
                    where
                      (
                        _l1."school_id" = _r0.id
                        and (
                          (
                            _l1.published_at is not null
                            and _l1.id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($2::uuid[])
                              )
                            )
                          )
                          or (
                            _l1.organiser_id = $4::uuid
                            and _l1.school_id = any ($5::uuid[])
                          )
                        )
                        and _l1."starts_at" >= $7
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from meeting _l1
                where
                  (
                    _l1."school_id" = _r0.id
                    and (
                      (
                        _l1.published_at is not null
                        and _l1.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($2::uuid[])
                          )
                        )
                      )
                      or (
                        _l1.organiser_id = $4::uuid
                        and _l1.school_id = any ($5::uuid[])
                      )
                    )
                    and _l1."starts_at" >= $7
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id = any ($5::uuid[])
                                    and (
                                      select act.organiser_id = $4::uuid
                                      from volunteer_activity act
                                      where act.id = _l2.activity_id
                                    )
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and _l2.school_id = any ($5::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r10
                        where
                          (
                            _r10."shift_id" = _l2.id
                            and (
                              (
                                (
                                  _l2.school_id = any ($5::uuid[])
                                  and (
                                    select act.organiser_id = $4::uuid
                                    from volunteer_activity act
                                    where act.id = _l2.activity_id
                                  )
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $3::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and _l2.school_id = any ($5::uuid[])
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $9::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $3::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r10.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r11."id"::text || '","' || _r11."kind"::text || '",' || right(json_build_array(_r11."title")::text, -1)
                        from volunteer_activity _r11
                        where
                          (
                            _r11.id = _l2."activity_id"
                            and (
                              _r11.school_id = any ($5::uuid[])
                              and (
                                _r11.published_at is not null
                                or _r11.organiser_id = $4::uuid
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from shift _l2
                    where
                      (
                        _l2."school_id" = _r0.id
                        and (
                          _l2.school_id = any ($5::uuid[])
                          and (
                            _l2.published_at is not null
                            or (
                              select act.organiser_id = $4::uuid
                              from volunteer_activity act
                              where act.id = _l2.activity_id
                            )
                          )
                        )
                        and _l2."starts_at" >= $10
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit $11::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from shift _l2
                where
                  (
                    _l2."school_id" = _r0.id
                    and (
                      _l2.school_id = any ($5::uuid[])
                      and (
                        _l2.published_at is not null
                        or (
                          select act.organiser_id = $4::uuid
                          from volunteer_activity act
                          where act.id = _l2.activity_id
                        )
                      )
                    )
                    and _l2."starts_at" >= $10
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          exists (
                            select 1
                            from
                              course_edition own
                              join course_citation cit on cit.course_edition_id = own.id
                              join policy_edition cited on cited.id = cit.policy_edition_id
                            where
                              own.course_id = _l3.id
                              and own.status = 'PUBLISHED'
                              and (
                                cited.status = 'WITHDRAWN'
                                or (
                                  cited.status = 'PUBLISHED'
                                  and cited.effective_to < $3::date
                                )
                              )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from course _l3
                    where
                      (
                        _l3."school_id" = _r0.id
                        and (
                          (
                            _l3.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
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
                              from course_edition pub
                              where
                                pub.course_id = _l3.id
                                and pub.status = 'PUBLISHED'
                            )
                            and (
                              _l3.is_public
                              or _l3.school_id = any ($5::uuid[])
                              or (
                                _l3.school_id is null
                                and (
                                  _l3.district_id is null
                                  or _l3.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."listed_at" desc,
                      _l3."id" desc
                    limit $13::int
                  ) _l3
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from course _l3
                where
                  (
                    _l3."school_id" = _r0.id
                    and (
                      (
                        _l3.created_by_id = $4::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $4::uuid
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
                          from course_edition pub
                          where
                            pub.course_id = _l3.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l3.is_public
                          or _l3.school_id = any ($5::uuid[])
                          or (
                            _l3.school_id is null
                            and (
                              _l3.district_id is null
                              or _l3.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."issued_on"::text || '",' || right(json_build_array(_l4."title", _l4."document_number")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_document _l4
                    where
                      (
                        _l4."school_id" = _r0.id
                        and (
                          (
                            _l4.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
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
                            (
                              select true
                              from policy_edition pub
                              where
                                pub.document_id = _l4.id
                                and pub.status = 'PUBLISHED'
                              limit 1
                            )
                            and (
                              _l4.is_public
                              or _l4.school_id = any ($5::uuid[])
                              or (
                                _l4.school_id is null
                                and (
                                  _l4.district_id is null
                                  or _l4.district_id = any ($12::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."issued_on" desc,
                      _l4."id" desc
                    limit $14::int
                  ) _l4
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from policy_document _l4
                where
                  (
                    _l4."school_id" = _r0.id
                    and (
                      (
                        _l4.created_by_id = $4::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $4::uuid
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
                        (
                          select true
                          from policy_edition pub
                          where
                            pub.document_id = _l4.id
                            and pub.status = 'PUBLISHED'
                          limit 1
                        )
                        and (
                          _l4.is_public
                          or _l4.school_id = any ($5::uuid[])
                          or (
                            _l4.school_id is null
                            and (
                              _l4.district_id is null
                              or _l4.district_id = any ($12::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || right(json_build_array(_l5."name")::text, -1), ',') || ']'
                from
                  (
                    select _l5.*
                    from room _l5
                    where
                      (
                        _l5."school_id" = _r0.id
                        and _l5.school_id = any ($5::uuid[])
                        and true
                      )
                    order by
                      _l5."name" asc,
                      _l5."id" asc
                    limit $15::int
                  ) _l5
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."code", _r0."name", _r0."stages")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($16::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.school (School)
-- _r1: School.studentCount
-- _r2: School.district
-- _l0: School.classes
-- _r3: SchoolClass.studentCount
-- _r4: SchoolClass.grade
-- _r5: SchoolClass.schoolYear
-- _r6: SchoolClass.homeroomTeacher
-- _l1: School.meetings
-- _r7: Meeting.invitedHouseholdCount
-- _r8: Meeting.repliedHouseholdCount
-- _r9: Meeting.attendingReplyCount
-- _l2: School.shifts
-- _r10: Shift.signupCount
-- _r11: Shift.activity
-- _l3: School.courses
-- _l4: School.policyDocuments
-- _l5: School.rooms
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          _r0.district_id = any ($2::uuid[])
                          or _r0.district_id = any ($2::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from student _r1
                where
                  (
                    _r1."school_id" = _r0.id
                    and _r0.district_id = any ($2::uuid[])
                    and _r1.left_on is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from district _r2
                where _r2.id = _r0."district_id"
              ),
              'null'
            ) || ',' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.district_id = any ($2::uuid[])
                                  or _r0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from class_membership _r3
                        where
                          (
                            _r3."school_class_id" = _l0.id
                            and _r0.district_id = any ($2::uuid[])
                            and _r3.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from grade _r4
                        where _r4.id = _l0."grade_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r5."id"::text || '",' || right(json_build_array(($3::date between _r5.starts_on and _r5.ends_on))::text, -1)
                        from school_year _r5
                        where _r5.id = _l0."school_year_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r6."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r6.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r6.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                          )
                                          and asg.district_id = any ($2::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r6.id
                                            and asg.district_id = any ($2::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r6.person_id
                              ),
                              _r6."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r6
                        where
                          (
                            _r6.id in (
                              select a.staff_id
                              from staff_assignment a
                              where
                                a.school_class_id = _l0.id
                                and a.role = 'HOMEROOM_TEACHER'
                                and a.ended_at is null
                                and a.valid_from <= $3::date
                                and (
                                  a.valid_to is null
                                  or a.valid_to >= $3::date
                                )
                            )
                            and (
                              _r6.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.district_id = any ($2::uuid[])
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."number"::text || ',' || right(json_build_array(_l0."name", _l0."school_year_id"::text, _l0."grade_id"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $5::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $5::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from school_class _l0
                      where
                        (
                          _l0."school_id" = _r0.id
                          and _r0.district_id = any ($2::uuid[])
                          and true
                        )
                      order by
                        _l0."school_year_id" desc,
                        _l0."grade_id" asc,
                        _l0."number" asc,
                        _l0."id" asc
                      limit ($5::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from school_class _l0
                where
                  (
                    _l0."school_id" = _r0.id
                    and _r0.district_id = any ($2::uuid[])
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.district_id = any ($2::uuid[])
                                  or _r0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_invitation _r7
                        where
                          (
                            _r7."meeting_id" = _l1.id
                            and _r0.district_id = any ($2::uuid[])
                            and _r7.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.district_id = any ($2::uuid[])
                                  or _r0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r8
                        where
                          (
                            _r8."meeting_id" = _l1.id
                            and _r0.district_id = any ($2::uuid[])
                            and _r8.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _r0.district_id = any ($2::uuid[])
                                  or _r0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r9
                        where
                          (
                            _r9."meeting_id" = _l1.id
                            and _r0.district_id = any ($2::uuid[])
                            and _r9.superseded_at is null
                            and _r9.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(
                        json_build_array(
                          _l1."title",
                          _l1."place",
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and mtg.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and mtg.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and mtg.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                )
                                and (false) is not true
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and exists (
                                  select 1
                                  from meeting mtg
                                  where
                                    mtg.id = each.meeting_id
                                    and mtg.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                )
                                and (false) is not true
                              )
                          ),
                          (
                            (
                              _r0.district_id = any ($2::uuid[])
                              or _r0.district_id = any ($2::uuid[])
                            )
                          ),
                          (false)
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from meeting _l1
                    where
                      (
                        _l1."school_id" = _r0.id
                        and _r0.district_id = any ($2::uuid[])
                        and _l1."starts_at" >= $6
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from meeting _l1
                where
                  (
                    _l1."school_id" = _r0.id
                    and _r0.district_id = any ($2::uuid[])
                    and _l1."starts_at" >= $6
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id is null
                                    and _l2.district_id = any ($2::uuid[])
                                  )
                                  or _l2.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r10
                        where
                          (
                            _r10."shift_id" = _l2.id
                            and (
                              (
                                (
                                  (
                                    _l2.school_id is null
                                    and _l2.district_id = any ($2::uuid[])
                                  )
                                  and (
                                    _r10.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $8::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r10.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $3::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r10.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $3::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $3::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r10.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $3::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $3::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $3::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r10.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r10.status in ('PENDING', 'CONFIRMED')
                                    and (
                                      _r10.status = 'PENDING'
                                      or _r10.cancel_requested_at is not null
                                    )
                                    and (
                                      _l2.school_id is not null
                                      and _l2.district_id = any ($2::uuid[])
                                      and _l2.status = 'SCHEDULED'
                                      and _l2.starts_at > $8::timestamptz
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $3::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $3::date
                                          )
                                          and asg.school_id = _l2.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or asg.staff_id = (
                                              select own.organiser_id
                                              from volunteer_activity own
                                              where own.id = _l2.activity_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_r10.person_id], null))
                                      )
                                    )
                                  )
                                  and (
                                    _r10.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $8::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r10.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $3::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r10.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $3::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $3::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r10.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $3::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $3::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $3::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r10.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  _r10.status = 'CONFIRMED'
                                  and (
                                    _l2.school_id is not null
                                    and _l2.district_id = any ($2::uuid[])
                                    and _l2.status = 'SCHEDULED'
                                    and _l2.starts_at <= $8::timestamptz
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $3::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $3::date
                                        )
                                        and asg.school_id = _l2.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or asg.staff_id = (
                                            select own.organiser_id
                                            from volunteer_activity own
                                            where own.id = _l2.activity_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_r10.person_id], null))
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r10.decided_by_id = $4::uuid
                                    and _r10.decided_for_district
                                    or _r10.cancel_decided_by_id = $4::uuid
                                    and _r10.cancel_decided_for_district
                                  )
                                  and _l2.district_id = any ($2::uuid[])
                                )
                              )
                              or (
                                _l2.district_id = any ($2::uuid[])
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $8::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $3::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $3::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $3::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $3::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $3::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $3::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r10.status in ('PENDING', 'CONFIRMED')
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r11."id"::text || '","' || _r11."kind"::text || '",' || right(json_build_array(_r11."title")::text, -1)
                        from volunteer_activity _r11
                        where
                          (
                            _r11.id = _l2."activity_id"
                            and _r11.district_id = any ($2::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from shift _l2
                    where
                      (
                        _l2."school_id" = _r0.id
                        and _r0.district_id = any ($2::uuid[])
                        and _l2."starts_at" >= $9
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit $10::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from shift _l2
                where
                  (
                    _l2."school_id" = _r0.id
                    and _r0.district_id = any ($2::uuid[])
                    and _l2."starts_at" >= $9
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          exists (
                            select 1
                            from
                              course_edition own
                              join course_citation cit on cit.course_edition_id = own.id
                              join policy_edition cited on cited.id = cit.policy_edition_id
                            where
                              own.course_id = _l3.id
                              and own.status = 'PUBLISHED'
                              and (
                                cited.status = 'WITHDRAWN'
                                or (
                                  cited.status = 'PUBLISHED'
                                  and cited.effective_to < $3::date
                                )
                              )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from course _l3
                    where
                      (
                        _l3."school_id" = _r0.id
                        and (
                          (
                            (
                              _l3.created_by_id = $4::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $4::uuid
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
                              _l3.district_id is null
                              or _l3.district_id = any ($2::uuid[])
                            )
                          )
                          or (
                            (
                              select true
                              from course_edition pub
                              where
                                pub.course_id = _l3.id
                                and pub.status = 'PUBLISHED'
                            )
                            and _l3.is_public
                          )
                        )
                        and true
                      )
                    order by
                      _l3."listed_at" desc,
                      _l3."id" desc
                    limit $11::int
                  ) _l3
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from course _l3
                where
                  (
                    _l3."school_id" = _r0.id
                    and (
                      (
                        (
                          _l3.created_by_id = $4::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $4::uuid
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
                          _l3.district_id is null
                          or _l3.district_id = any ($2::uuid[])
                        )
                      )
                      or (
                        (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _l3.id
                            and pub.status = 'PUBLISHED'
                        )
                        and _l3.is_public
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."issued_on"::text || '",' || right(json_build_array(_l4."title", _l4."document_number")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_document _l4
                    where
                      (
                        _l4."school_id" = _r0.id
                        and (
                          (
                            (
                              _l4.created_by_id = $4::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $4::uuid
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
                              _l4.district_id is null
                              or _l4.district_id = any ($2::uuid[])
                            )
                          )
                          or (
                            (
                              select true
                              from policy_edition pub
                              where
                                pub.document_id = _l4.id
                                and pub.status = 'PUBLISHED'
                              limit 1
                            )
                            and _l4.is_public
                          )
                        )
                        and true
                      )
                    order by
                      _l4."issued_on" desc,
                      _l4."id" desc
                    limit $12::int
                  ) _l4
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from policy_document _l4
                where
                  (
                    _l4."school_id" = _r0.id
                    and (
                      (
                        (
                          _l4.created_by_id = $4::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $4::uuid
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
                          _l4.district_id is null
                          or _l4.district_id = any ($2::uuid[])
                        )
                      )
                      or (
                        (
                          select true
                          from policy_edition pub
                          where
                            pub.document_id = _l4.id
                            and pub.status = 'PUBLISHED'
                          limit 1
                        )
                        and _l4.is_public
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || right(json_build_array(_l5."name")::text, -1), ',') || ']'
                from
                  (
                    select _l5.*
                    from room _l5
                    where
                      (
                        _l5."school_id" = _r0.id
                        and _r0.district_id = any ($2::uuid[])
                        and true
                      )
                    order by
                      _l5."name" asc,
                      _l5."id" asc
                    limit $13::int
                  ) _l5
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."code", _r0."name", _r0."stages")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($14::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.school (School)
-- _r1: School.studentCount
-- _r2: School.district
-- _l0: School.classes
-- _r3: SchoolClass.studentCount
-- _r4: SchoolClass.grade
-- _r5: SchoolClass.schoolYear
-- _r6: SchoolClass.homeroomTeacher
-- _l1: School.meetings
-- _r7: Meeting.invitedHouseholdCount
-- _r8: Meeting.repliedHouseholdCount
-- _r9: Meeting.attendingReplyCount
-- _l2: School.shifts
-- _r10: Shift.signupCount
-- _r11: Shift.activity
-- _l3: School.courses
-- _l4: School.policyDocuments
-- _l5: School.rooms
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (false) is not true then null
                      else count(*)::int
                    end
                  )::text
                from student _r1
                where
                  (
                    _r1."school_id" = _r0.id
                    and (
                      _r1.id = any ($2::uuid[])
                      or exists (
                        select 1
                        from class_membership m
                        where
                          m.student_id = _r1.id
                          and m.school_class_id = any ($3::uuid[])
                          and m.status = 'ACTIVE'
                      )
                    )
                    and _r1.left_on is null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from district _r2
                where _r2.id = _r0."district_id"
              ),
              'null'
            ) || ',' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (_l0.id = any ($3::uuid[])) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from class_membership _r3
                        where
                          (
                            _r3."school_class_id" = _l0.id
                            and (
                              _r3.school_class_id = any ($3::uuid[])
                              or (
                                _r3.student_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = _r3.student_id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                            )
                            and _r3.status = 'ACTIVE'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from grade _r4
                        where _r4.id = _l0."grade_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r5."id"::text || '",' || right(json_build_array(($4::date between _r5.starts_on and _r5.ends_on))::text, -1)
                        from school_year _r5
                        where _r5.id = _l0."school_year_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r6."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r6.id = $5::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r6.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                          )
                                          and (
                                            asg.school_class_id = any ($6::uuid[])
                                            or asg.school_id = any ($7::uuid[])
                                          )
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r6.id
                                            and (
                                              asg.school_class_id = any ($6::uuid[])
                                              or asg.school_id = any ($7::uuid[])
                                            )
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r6.person_id
                              ),
                              _r6."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r6
                        where
                          (
                            _r6.id in (
                              select a.staff_id
                              from staff_assignment a
                              where
                                a.school_class_id = _l0.id
                                and a.role = 'HOMEROOM_TEACHER'
                                and a.ended_at is null
                                and a.valid_from <= $4::date
                                and (
                                  a.valid_to is null
                                  or a.valid_to >= $4::date
                                )
                            )
                            and (
                              _r6.id = $5::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.school_class_id = any ($6::uuid[])
                              )
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r6.id
                                  and a.school_id = any ($7::uuid[])
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."number"::text || ',' || right(json_build_array(_l0."name", _l0."school_year_id"::text, _l0."grade_id"::text)::text, -1)
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $8::int
                  ) || ']',
                  'null'
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from school_class _l0
                      where
                        (
                          _l0."school_id" = _r0.id
                          and (
                            _l0.school_id = any ($9::uuid[])
                            or _l0.id = any ($6::uuid[])
                            or _l0.school_id = any ($7::uuid[])
                          )
                          and true
                        )
                      order by
                        _l0."school_year_id" desc,
                        _l0."grade_id" asc,
                        _l0."number" asc,
                        _l0."id" asc
                      limit ($8::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from school_class _l0
                where
                  (
                    _l0."school_id" = _r0.id
                    and (
                      _l0.school_id = any ($9::uuid[])
                      or _l0.id = any ($6::uuid[])
                      or _l0.school_id = any ($7::uuid[])
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($3::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_invitation _r7
                        where
                          (
                            _r7."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r7.household_id = any ($10::uuid[])
                                  and _r7.id = any (
                                    array(
                                      select inv.id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($2::uuid[])
                                        and inv.household_id = any ($10::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  )
                                  and _l1.published_at is not null
                                )
                                or (
                                  (
                                    _r7.meeting_id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($3::uuid[])
                                      )
                                    )
                                    and _r7.household_id in (
                                      select hst.household_id
                                      from
                                        class_membership cms
                                        join household_student hst on hst.student_id = cms.student_id
                                      where
                                        cms.school_class_id = any ($3::uuid[])
                                        and cms.status = 'ACTIVE'
                                    )
                                    and _l1.published_at is not null
                                  )
                                  or (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($3::uuid[])
                                )
                              )
                            )
                            and _r7.status = 'INVITED'
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($3::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r8
                        where
                          (
                            _r8."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r8.household_id = any ($10::uuid[])
                                  and _r8.invitation_id = any (
                                    array(
                                      select inv.id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($2::uuid[])
                                        and inv.household_id = any ($10::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r8.meeting_id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($3::uuid[])
                                      )
                                    )
                                    and _r8.household_id in (
                                      select hst.household_id
                                      from
                                        class_membership cms
                                        join household_student hst on hst.student_id = cms.student_id
                                      where
                                        cms.school_class_id = any ($3::uuid[])
                                        and cms.status = 'ACTIVE'
                                    )
                                    and _l1.published_at is not null
                                  )
                                  or (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($3::uuid[])
                                )
                              )
                            )
                            and _r8.superseded_at is null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                  or (
                                    _l1.published_at is not null
                                    and not exists (
                                      select 1
                                      from meeting_class mcl
                                      where
                                        mcl.meeting_id = _l1.id
                                        and mcl.school_class_id <> all ($3::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from meeting_reply _r9
                        where
                          (
                            _r9."meeting_id" = _l1.id
                            and (
                              (
                                (
                                  _r9.household_id = any ($10::uuid[])
                                  and _r9.invitation_id = any (
                                    array(
                                      select inv.id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($2::uuid[])
                                        and inv.household_id = any ($10::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r9.meeting_id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($3::uuid[])
                                      )
                                    )
                                    and _r9.household_id in (
                                      select hst.household_id
                                      from
                                        class_membership cms
                                        join household_student hst on hst.student_id = cms.student_id
                                      where
                                        cms.school_class_id = any ($3::uuid[])
                                        and cms.status = 'ACTIVE'
                                    )
                                    and _l1.published_at is not null
                                  )
                                  or (
                                    _l1.organiser_id = $5::uuid
                                    and _l1.school_id = any ($7::uuid[])
                                  )
                                )
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($3::uuid[])
                                )
                              )
                            )
                            and _r9.superseded_at is null
                            and _r9.answer = 'ATTENDING'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."scope"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(
                        json_build_array(
                          _l1."title",
                          _l1."place",
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($3::uuid[])
                                        )
                                      )
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.invitation_id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($3::uuid[])
                                        )
                                      )
                                  )
                                )
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_invitation each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.status = 'INVITED'
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($3::uuid[])
                                        )
                                      )
                                  )
                                )
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                      and (
                                        select mtg.published_at is not null
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            select count(*)::int
                            from meeting_reply each
                            where
                              (
                                each.meeting_id = _l1.id
                                and each.superseded_at is null
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.invitation_id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from meeting mtg
                                    where
                                      mtg.id = each.meeting_id
                                      and (
                                        mtg.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = mtg.id
                                            and mcl.school_class_id <> all ($3::uuid[])
                                        )
                                      )
                                  )
                                )
                                and (
                                  (
                                    (
                                      each.household_id = any ($10::uuid[])
                                      and each.invitation_id = any (
                                        array(
                                          select inv.id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($2::uuid[])
                                            and inv.household_id = any ($10::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    )
                                    or (
                                      (
                                        each.meeting_id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                        and each.household_id in (
                                          select hst.household_id
                                          from
                                            class_membership cms
                                            join household_student hst on hst.student_id = cms.student_id
                                          where
                                            cms.school_class_id = any ($3::uuid[])
                                            and cms.status = 'ACTIVE'
                                        )
                                        and (
                                          select mtg.published_at is not null
                                          from meeting mtg
                                          where mtg.id = each.meeting_id
                                        )
                                      )
                                      or (
                                        select
                                          (
                                            mtg.organiser_id = $5::uuid
                                            and mtg.school_id = any ($7::uuid[])
                                          )
                                        from meeting mtg
                                        where mtg.id = each.meeting_id
                                      )
                                    )
                                  )
                                ) is not true
                              )
                          ),
                          (
                            (
                              (
                                _l1.organiser_id = $5::uuid
                                and _l1.school_id = any ($7::uuid[])
                              )
                              or (
                                _l1.published_at is not null
                                and not exists (
                                  select 1
                                  from meeting_class mcl
                                  where
                                    mcl.meeting_id = _l1.id
                                    and mcl.school_class_id <> all ($3::uuid[])
                                )
                              )
                            )
                          ),
                          (false)
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from meeting _l1
                    where
                      (
                        _l1."school_id" = _r0.id
                        and (
                          (
                            _l1.published_at is not null
                            and _l1.id = any (
                              array(
                                select inv.meeting_id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($2::uuid[])
                                  and inv.household_id = any ($10::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                          )
                          or (
                            _l1.published_at is not null
                            and _l1.id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($3::uuid[])
                              )
                            )
                          )
                          or (
                            _l1.organiser_id = $5::uuid
                            and _l1.school_id = any ($7::uuid[])
                          )
                        )
                        and _l1."starts_at" >= $11
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $12::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from meeting _l1
                where
                  (
                    _l1."school_id" = _r0.id
                    and (
                      (
                        _l1.published_at is not null
                        and _l1.id = any (
                          array(
                            select inv.meeting_id
                            from
                              meeting_invitation_student ivs
                              join meeting_invitation inv on inv.id = ivs.invitation_id
                            where
                              ivs.ended_at is null
                              and ivs.student_id = any ($2::uuid[])
                              and inv.household_id = any ($10::uuid[])
                              and inv.status = 'INVITED'
                          )
                        )
                      )
                      or (
                        _l1.published_at is not null
                        and _l1.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _l1.organiser_id = $5::uuid
                        and _l1.school_id = any ($7::uuid[])
                      )
                    )
                    and _l1."starts_at" >= $11
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _l2.school_id = any ($7::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = _l2.activity_id
                                    )
                                  )
                                  or (
                                    _l2.published_at is not null
                                    and (
                                      (
                                        _l2.school_id = any ($9::uuid[])
                                        or (
                                          _l2.school_id is null
                                          and _l2.district_id = any ($13::uuid[])
                                        )
                                      )
                                      or _l2.school_id = any ($7::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r10
                        where
                          (
                            _r10."shift_id" = _l2.id
                            and (
                              (
                                (
                                  _r10.guardian_id = $14::uuid
                                  and (
                                    _r10.status in ('CANCELLED', 'REJECTED')
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && $15::text[]
                                        )
                                    )
                                    or _l2.starts_at <= $16::timestamptz
                                  )
                                )
                                or (
                                  (
                                    _l2.school_id = any ($7::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = _l2.activity_id
                                    )
                                  )
                                  and (
                                    _r10.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      _l2.starts_at <= $16::timestamptz
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r10.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $4::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r10.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $4::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $4::date
                                                )
                                            )
                                          )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r10.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $4::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $4::date
                                          )
                                          and (
                                            sch.id = _l2.school_id
                                            or _l2.school_id is null
                                            and sch.district_id = _l2.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $4::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r10.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  _l2.published_at is not null
                                  and (
                                    (
                                      _l2.school_id = any ($9::uuid[])
                                      or (
                                        _l2.school_id is null
                                        and _l2.district_id = any ($13::uuid[])
                                      )
                                    )
                                    or _l2.school_id = any ($7::uuid[])
                                  )
                                )
                                and (
                                  _r10.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    _l2.starts_at <= $16::timestamptz
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r10.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $4::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r10.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $4::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $4::date
                                              )
                                          )
                                        )
                                    )
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _r10.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $4::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $4::date
                                        )
                                        and (
                                          sch.id = _l2.school_id
                                          or _l2.school_id is null
                                          and sch.district_id = _l2.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $4::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r10.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and (
                              _r10.status in ('PENDING', 'CONFIRMED')
                              and (
                                _r10.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _l2.starts_at <= $16::timestamptz
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r10.id
                                      and res.kind = 'SHIFT_SIGNUP'
                                      and res.status = 'ACTIVE'
                                      and (
                                        res.rests_on is null
                                        or res.rests_on && array(
                                          select distinct
                                            aky.key
                                          from
                                            guardianship gsh
                                            join class_membership cms on cms.student_id = gsh.student_id
                                            and cms.status = 'ACTIVE'
                                            join school_class cls on cls.id = cms.school_class_id
                                            join grade grd on grd.id = cls.grade_id
                                            join school sch on sch.id = cls.school_id
                                            join school_year scy on scy.id = cls.school_year_id
                                            and $4::date between scy.starts_on and scy.ends_on
                                            cross join lateral unnest(
                                              array[
                                                'class:' || cls.id,
                                                'school:' || sch.id,
                                                'school:' || sch.id || ':grade:' || grd.id,
                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                'district:' || sch.district_id,
                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                              ]
                                            ) as aky (key)
                                          where
                                            gsh.guardian_id = _r10.guardian_id
                                            and gsh.status = 'ACTIVE'
                                            and gsh.data_access
                                            and gsh.valid_from <= $4::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $4::date
                                            )
                                        )
                                      )
                                  )
                                  or exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _r10.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $4::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $4::date
                                      )
                                      and (
                                        sch.id = _l2.school_id
                                        or _l2.school_id is null
                                        and sch.district_id = _l2.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $4::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _r10.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r11."id"::text || '","' || _r11."kind"::text || '",' || right(json_build_array(_r11."title")::text, -1)
                        from volunteer_activity _r11
                        where
                          (
                            _r11.id = _l2."activity_id"
                            and (
                              (
                                _r11.published_at is not null
                                and (
                                  _r11.school_id = any ($9::uuid[])
                                  or (
                                    _r11.school_id is null
                                    and _r11.district_id = any ($13::uuid[])
                                  )
                                )
                              )
                              or (
                                _r11.school_id = any ($7::uuid[])
                                and (
                                  _r11.published_at is not null
                                  or _r11.organiser_id = $5::uuid
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."place")::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l2.*
                    from shift _l2
                    where
                      (
                        _l2."school_id" = _r0.id
                        and (
                          (
                            _l2.published_at is not null
                            and (
                              _l2.school_id = any ($9::uuid[])
                              or (
                                _l2.school_id is null
                                and _l2.district_id = any ($13::uuid[])
                              )
                            )
                          )
                          or (
                            _l2.school_id = any ($7::uuid[])
                            and (
                              _l2.published_at is not null
                              or (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _l2.activity_id
                              )
                            )
                          )
                        )
                        and _l2."starts_at" >= $17
                      )
                    order by
                      _l2."starts_at" asc,
                      _l2."id" asc
                    limit $18::int
                  ) _l2
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from shift _l2
                where
                  (
                    _l2."school_id" = _r0.id
                    and (
                      (
                        _l2.published_at is not null
                        and (
                          _l2.school_id = any ($9::uuid[])
                          or (
                            _l2.school_id is null
                            and _l2.district_id = any ($13::uuid[])
                          )
                        )
                      )
                      or (
                        _l2.school_id = any ($7::uuid[])
                        and (
                          _l2.published_at is not null
                          or (
                            select act.organiser_id = $5::uuid
                            from volunteer_activity act
                            where act.id = _l2.activity_id
                          )
                        )
                      )
                    )
                    and _l2."starts_at" >= $17
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          exists (
                            select 1
                            from
                              course_edition own
                              join course_citation cit on cit.course_edition_id = own.id
                              join policy_edition cited on cited.id = cit.policy_edition_id
                            where
                              own.course_id = _l3.id
                              and own.status = 'PUBLISHED'
                              and (
                                cited.status = 'WITHDRAWN'
                                or (
                                  cited.status = 'PUBLISHED'
                                  and cited.effective_to < $4::date
                                )
                              )
                          )
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from course _l3
                    where
                      (
                        _l3."school_id" = _r0.id
                        and (
                          (
                            _l3.created_by_id = $5::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $5::uuid
                                and own.ended_at is null
                                and own.valid_from <= $4::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $4::date
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
                              from course_edition pub
                              where
                                pub.course_id = _l3.id
                                and pub.status = 'PUBLISHED'
                            )
                            and (
                              _l3.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = _l3.audience_id
                                  and t.key = any ($15::text[])
                              )
                              or _l3.school_id = any ($7::uuid[])
                              or (
                                _l3.school_id is null
                                and (
                                  _l3.district_id is null
                                  or _l3.district_id = any ($19::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."listed_at" desc,
                      _l3."id" desc
                    limit $20::int
                  ) _l3
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from course _l3
                where
                  (
                    _l3."school_id" = _r0.id
                    and (
                      (
                        _l3.created_by_id = $5::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $5::uuid
                            and own.ended_at is null
                            and own.valid_from <= $4::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $4::date
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
                          from course_edition pub
                          where
                            pub.course_id = _l3.id
                            and pub.status = 'PUBLISHED'
                        )
                        and (
                          _l3.is_public
                          or exists (
                            select 1
                            from audience_target t
                            where
                              t.audience_id = _l3.audience_id
                              and t.key = any ($15::text[])
                          )
                          or _l3.school_id = any ($7::uuid[])
                          or (
                            _l3.school_id is null
                            and (
                              _l3.district_id is null
                              or _l3.district_id = any ($19::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '","' || _l4."issued_on"::text || '",' || right(json_build_array(_l4."title", _l4."document_number")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_document _l4
                    where
                      (
                        _l4."school_id" = _r0.id
                        and (
                          (
                            _l4.created_by_id = $5::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $5::uuid
                                and own.ended_at is null
                                and own.valid_from <= $4::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $4::date
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
                            (
                              select true
                              from policy_edition pub
                              where
                                pub.document_id = _l4.id
                                and pub.status = 'PUBLISHED'
                              limit 1
                            )
                            and (
                              _l4.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = _l4.audience_id
                                  and t.key = any ($15::text[])
                              )
                              or _l4.school_id = any ($7::uuid[])
                              or (
                                _l4.school_id is null
                                and (
                                  _l4.district_id is null
                                  or _l4.district_id = any ($19::uuid[])
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."issued_on" desc,
                      _l4."id" desc
                    limit $21::int
                  ) _l4
              ),
              'null'
            ) || ',' || coalesce(
              (
                select (count(*)::int)::text
                from policy_document _l4
                where
                  (
                    _l4."school_id" = _r0.id
                    and (
                      (
                        _l4.created_by_id = $5::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $5::uuid
                            and own.ended_at is null
                            and own.valid_from <= $4::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $4::date
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
                        (
                          select true
                          from policy_edition pub
                          where
                            pub.document_id = _l4.id
                            and pub.status = 'PUBLISHED'
                          limit 1
                        )
                        and (
                          _l4.is_public
                          or exists (
                            select 1
                            from audience_target t
                            where
                              t.audience_id = _l4.audience_id
                              and t.key = any ($15::text[])
                          )
                          or _l4.school_id = any ($7::uuid[])
                          or (
                            _l4.school_id is null
                            and (
                              _l4.district_id is null
                              or _l4.district_id = any ($19::uuid[])
                            )
                          )
                        )
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l5."id"::text || '",' || _l5."capacity"::text || ',' || right(json_build_array(_l5."name")::text, -1), ',') || ']'
                from
                  (
                    select _l5.*
                    from room _l5
                    where
                      (
                        _l5."school_id" = _r0.id
                        and (
                          _l5.school_id = any ($9::uuid[])
                          or _l5.school_id = any ($7::uuid[])
                        )
                        and true
                      )
                    order by
                      _l5."name" asc,
                      _l5."id" asc
                    limit $22::int
                  ) _l5
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."code", _r0."name", _r0."stages")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($23::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;
