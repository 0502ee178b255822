-- ParentHome, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.children
-- _r1: Student.school
-- _r2: Student.currentClass
-- _l1: SchoolClass.meetings
-- _l2: Meeting.replies
-- _l3: SchoolClass.shifts
-- _r3: Shift.activity
-- _l4: Shift.roles
-- _l5: Guardian.timetable
-- _l6: Guardian.courses
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."answer"::text || '",' || _l2."attendee_count"::text || ']', ',') || ']'
                                    from
                                      (
                                        select _l2.*
                                        from meeting_reply _l2
                                        where
                                          (
                                            _l2."meeting_id" = _l1.id
                                            and (
                                              _l2.household_id = any ($2::uuid[])
                                              and _l2.invitation_id = any (
                                                array(
                                                  select inv.id
                                                  from
                                                    meeting_invitation_student ivs
                                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                                  where
                                                    ivs.ended_at is null
                                                    and ivs.student_id = any ($3::uuid[])
                                                    and inv.household_id = any ($2::uuid[])
                                                    and inv.status = 'INVITED'
                                                )
                                              )
                                            )
                                            and _l2.superseded_at is null
                                            and true
                                          )
                                        order by
                                          _l2."replied_at" desc,
                                          _l2."id" desc
                                        limit $4::int
                                      ) _l2
                                  ),
                                  case
                                    when (
                                      _l1.id = any (
                                        array(
                                          select inv.meeting_id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($3::uuid[])
                                            and inv.household_id = any ($2::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    ) is not true then 'false'
                                    else 'null'
                                  end
                                ) || ',' || (
                                  '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || coalesce('"' || _l1."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l1."title", _l1."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from
                                  meeting_class _link
                                  join meeting _l1 on _l1.id = _link."meeting_id"
                                where
                                  (
                                    _link."school_class_id" = _r2.id
                                    and (
                                      _l1.published_at is not null
                                      and _l1.id = any (
                                        array(
                                          select inv.meeting_id
                                          from
                                            meeting_invitation_student ivs
                                            join meeting_invitation inv on inv.id = ivs.invitation_id
                                          where
                                            ivs.ended_at is null
                                            and ivs.student_id = any ($3::uuid[])
                                            and inv.household_id = any ($2::uuid[])
                                            and inv.status = 'INVITED'
                                        )
                                      )
                                    )
                                    and _l1."starts_at" >= $5
                                  )
                                order by
                                  _l1."starts_at" asc,
                                  _l1."id" asc
                                limit $6::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                                    from volunteer_activity _r3
                                    where
                                      (
                                        _r3.id = _l3."activity_id"
                                        and (
                                          _r3.published_at is not null
                                          and (
                                            _r3.school_id = any ($7::uuid[])
                                            or (
                                              _r3.school_id is null
                                              and _r3.district_id = any ($8::uuid[])
                                            )
                                          )
                                        )
                                      )
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l4."id"::text || '",' || _l4."capacity"::text || ',' || _l4."places_taken"::text || ',' || _l4."approval_required"::text || ',' || right(
                                          json_build_array(
                                            _l4."name",
                                            (false),
                                            (
                                              select
                                                json_build_array(
                                                  _l3._v0,
                                                  _l4.capacity,
                                                  _l4.places_taken + case
                                                    when _l4.approval_required
                                                    and exists (
                                                      select 1
                                                      from waitlist_entry wle
                                                      where
                                                        wle.role_id = _l4.id
                                                        and wle.status = 'WAITING'
                                                    ) then (
                                                      select count(*)
                                                      from signup sgn
                                                      where
                                                        sgn.role_id = _l4.id
                                                        and sgn.status = 'PENDING'
                                                    )
                                                    else 0
                                                  end,
                                                  (
                                                    _l4.qualification is null
                                                    or exists (
                                                      select 1
                                                      from volunteer_qualification qual
                                                      where
                                                        qual.person_id = $9::uuid
                                                        and qual.name = _l4.qualification
                                                        and qual.district_id = _l3.district_id
                                                        and qual.revoked_at is null
                                                        and $10::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
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
                                        select _l4.*
                                        from shift_role _l4
                                        where
                                          (
                                            _l4."shift_id" = _l3.id
                                            and true
                                          )
                                        order by
                                          _l4."ordinal" asc,
                                          _l4."id" asc
                                        limit $11::int
                                      ) _l4
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l3."id"::text || '","' || _l3."status"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '","' || _l3."signup_opens_at"::text || '","' || _l3."signup_closes_at"::text || '",' || right(json_build_array(_l3."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select
                                  _l3.*,
                                  (
                                    select
                                      json_build_array(
                                        _l3.status = 'SCHEDULED',
                                        _l3.signup_opens_at,
                                        case
                                          when act.kind = 'PARENT_LECTURE'
                                          and exists (
                                            select 1
                                            from parent_lecture plc
                                            where plc.shift_id = _l3.id
                                          ) then _l3.published_at
                                          else _l3.signup_closes_at
                                        end,
                                        _l3.starts_at,
                                        exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = $9::uuid
                                            and sgn.shift_id = _l3.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        ),
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($12::text[])
                                        ),
                                        (
                                          select max(sus.ends_at)
                                          from volunteer_suspension sus
                                          where
                                            sus.person_id = $9::uuid
                                            and sus.district_id = _l3.district_id
                                            and (
                                              sus.school_id is null
                                              or sus.school_id = _l3.school_id
                                            )
                                            and sus.lifted_at is null
                                            and sus.starts_at <= $13::timestamptz
                                        ),
                                        coalesce(
                                          tstzrange (_l3.starts_at, _l3.ends_at) && (
                                            select range_agg(eng.during)
                                            from engagement eng
                                            where
                                              eng.subject = $9::uuid
                                              and eng.status = 'ACTIVE'
                                          ),
                                          false
                                        )
                                      )
                                    from volunteer_activity act
                                    where act.id = _l3.activity_id
                                  ) as _v0
                                from
                                  (
                                    select _l3.*
                                    from shift _l3
                                    where
                                      (
                                        (
                                          _l3.school_id = _r2.school_id
                                          or (
                                            _l3.school_id is null
                                            and _l3.district_id = (
                                              select sch.district_id
                                              from school sch
                                              where sch.id = _r2.school_id
                                            )
                                          )
                                        )
                                        and (
                                          select act.audience_id
                                          from volunteer_activity act
                                          where act.id = _l3.activity_id
                                        ) = any (
                                          array(
                                            select tgt.audience_id
                                            from
                                              school sch
                                              join grade grd on grd.id = _r2.grade_id
                                              join audience_target tgt on tgt.key = any (
                                                array[
                                                  'class:' || _r2.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              )
                                            where sch.id = _r2.school_id
                                          )
                                        )
                                        and (
                                          _l3.published_at is not null
                                          and (
                                            _l3.school_id = any ($7::uuid[])
                                            or (
                                              _l3.school_id is null
                                              and _l3.district_id = any ($8::uuid[])
                                            )
                                          )
                                        )
                                        and (
                                          _l3."starts_at" >= $14
                                          and _l3."status" = $15
                                        )
                                      )
                                    order by
                                      _l3."starts_at" asc,
                                      _l3."id" asc
                                    limit $16::int
                                  ) _l3
                                offset
                                  0
                              ) _l3
                          ),
                          'null'
                        ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                      from school_class _r2
                      where
                        (
                          _r2.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l0.id
                              and m.status = 'ACTIVE'
                              and $10::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r2.school_id = any ($7::uuid[])
                            or _r2.id = any ($17::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    guardianship _link
                    join student _l0 on _l0.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $10::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $10::date
                        )
                      )
                      and _l0.id = any ($3::uuid[])
                      and true
                    )
                  order by
                    _l0."name_key" asc,
                    _l0."id" asc
                  limit $18::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l5."id"::text || '","' || _l5."kind"::text || '","' || _l5."starts_at"::text || '","' || _l5."ends_at"::text || '",' || right(json_build_array(_l5."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l5.*
                  from engagement _l5
                  where
                    (
                      _l5.person_id = _r0.person_id
                      and (
                        _l5.person_id = $9::uuid
                        and (
                          _l5.rests_on is null
                          or _l5.rests_on && $19::text[]
                        )
                      )
                      and _l5.status = 'ACTIVE'
                      and _l5."starts_at" >= $20
                    )
                  order by
                    _l5."starts_at" asc,
                    _l5."id" asc
                  limit $21::int
                ) _l5
            ),
            case
              when (_r0.id = $22::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l6."id"::text || '",' || coalesce('"' || _l6."published_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l6."title",
                      (
                        select ceil(sum(lsn.duration_seconds) / 60.0)::int
                        from
                          course_edition pub
                          join lesson lsn on lsn.edition_id = pub.id
                        where
                          pub.course_id = _l6.id
                          and pub.status = 'PUBLISHED'
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l6.*
                  from course _l6
                  where
                    (
                      _l6.audience_id in (
                        select tgt.audience_id
                        from
                          guardianship gsh
                          join class_membership mbs on mbs.student_id = gsh.student_id
                          and mbs.status = 'ACTIVE'
                          join school_class cls on cls.id = mbs.school_class_id
                          join school_year yr on yr.id = cls.school_year_id
                          and $10::date between yr.starts_on and yr.ends_on
                          join school sch on sch.id = cls.school_id
                          join grade grd on grd.id = cls.grade_id
                          join audience_target tgt on tgt.key = any (
                            array[
                              'class:' || cls.id,
                              'school:' || sch.id,
                              'school:' || sch.id || ':grade:' || grd.id,
                              'school:' || sch.id || ':stage:' || grd.stage,
                              'district:' || sch.district_id,
                              'district:' || sch.district_id || ':grade:' || grd.id,
                              'district:' || sch.district_id || ':stage:' || grd.stage
                            ]
                          )
                        where
                          gsh.guardian_id = _r0.id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= $10::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= $10::date
                          )
                          and gsh.student_id = any ($3::uuid[])
                      )
                      and (
                        (
                          _l6.created_by_id = $23::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $23::uuid
                              and own.ended_at is null
                              and own.valid_from <= $10::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $10::date
                              )
                              and (
                                own.school_id = _l6.school_id
                                or (
                                  _l6.school_id is null
                                  and coalesce(_l6.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or (
                          (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l6.id
                              and pub.status = 'PUBLISHED'
                          )
                          and (
                            _l6.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = _l6.audience_id
                                and t.key = any ($12::text[])
                            )
                          )
                        )
                      )
                      and (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l6.id
                          and pub.status = 'PUBLISHED'
                      )
                      and true
                    )
                  order by
                    _l6."listed_at" desc,
                    _l6."id" desc
                  limit $24::int
                ) _l6
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone)
                  from person p
                  where p.id = _r0.person_id
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $25::uuid
            and (
              _r0.id = $22::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($2::uuid[])
                    and hst.student_id = any ($3::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $10::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $10::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.children
-- _r1: Student.school
-- _r2: Student.currentClass
-- _l1: SchoolClass.meetings
-- _l2: Meeting.replies
-- _l3: SchoolClass.shifts
-- _r3: Shift.activity
-- _l4: Shift.roles
-- _l5: Guardian.timetable
-- _l6: Guardian.courses
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l2."id"::text || '","' || _l2."answer"::text || '",' || _l2."attendee_count"::text || ',' || right(
                                          json_build_array(
                                            (
                                              select coalesce(json_agg(pupil.id), '[]')
                                              from
                                                (
                                                  select hst.student_id
                                                  from household_student hst
                                                  where hst.household_id = _l2.household_id
                                                ) pupil (id)
                                            )
                                          )::text,
                                          -1
                                        ),
                                        ','
                                      ) || ']'
                                    from
                                      (
                                        select _l2.*
                                        from meeting_reply _l2
                                        where
                                          (
                                            _l2."meeting_id" = _l1.id
                                            and (
                                              (
                                                _l2.household_id = any ($2::uuid[])
                                                and _l2.invitation_id = any (
                                                  array(
                                                    select inv.id
                                                    from
                                                      meeting_invitation_student ivs
                                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                                    where
                                                      ivs.ended_at is null
                                                      and ivs.student_id = any ($3::uuid[])
                                                      and inv.household_id = any ($2::uuid[])
                                                      and inv.status = 'INVITED'
                                                  )
                                                )
                                              )
                                              or (
                                                (
                                                  _l2.meeting_id = any (
                                                    array(
                                                      select mcl.meeting_id
                                                      from meeting_class mcl
                                                      where mcl.school_class_id = any ($4::uuid[])
                                                    )
                                                  )
                                                  and _l2.household_id in (
                                                    select hst.household_id
                                                    from
                                                      class_membership cms
                                                      join household_student hst on hst.student_id = cms.student_id
                                                    where
                                                      cms.school_class_id = any ($4::uuid[])
                                                      and cms.status = 'ACTIVE'
                                                  )
                                                  and _l1.published_at is not null
                                                )
                                                or (
                                                  _l1.organiser_id = $5::uuid
                                                  and _l1.school_id = any ($6::uuid[])
                                                )
                                              )
                                            )
                                            and _l2.superseded_at is null
                                            and true
                                          )
                                        order by
                                          _l2."replied_at" desc,
                                          _l2."id" desc
                                        limit $7::int
                                      ) _l2
                                  ),
                                  case
                                    when (
                                      (
                                        _l1.id = any (
                                          array(
                                            select inv.meeting_id
                                            from
                                              meeting_invitation_student ivs
                                              join meeting_invitation inv on inv.id = ivs.invitation_id
                                            where
                                              ivs.ended_at is null
                                              and ivs.student_id = any ($3::uuid[])
                                              and inv.household_id = any ($2::uuid[])
                                              and inv.status = 'INVITED'
                                          )
                                        )
                                        or _l1.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($4::uuid[])
                                          )
                                        )
                                        or (
                                          _l1.organiser_id = $5::uuid
                                          and _l1.school_id = any ($6::uuid[])
                                        )
                                      )
                                    ) is not true then 'false'
                                    else 'null'
                                  end
                                ) || ',' || (
                                  '"' || _l1."id"::text || '","' || _l1."kind"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || coalesce('"' || _l1."reply_by"::text || '"', 'null') || ',' || right(json_build_array(_l1."title", _l1."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l1.*
                                from
                                  meeting_class _link
                                  join meeting _l1 on _l1.id = _link."meeting_id"
                                where
                                  (
                                    _link."school_class_id" = _r2.id
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
                                              and ivs.student_id = any ($3::uuid[])
                                              and inv.household_id = any ($2::uuid[])
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
                                            where mcl.school_class_id = any ($4::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l1.organiser_id = $5::uuid
                                        and _l1.school_id = any ($6::uuid[])
                                      )
                                    )
                                    and _l1."starts_at" >= $8
                                  )
                                order by
                                  _l1."starts_at" asc,
                                  _l1."id" asc
                                limit $9::int
                              ) _l1
                          ),
                          'null'
                        ) || ',' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r3."id"::text || '","' || _r3."kind"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                                    from volunteer_activity _r3
                                    where
                                      (
                                        _r3.id = _l3."activity_id"
                                        and (
                                          (
                                            _r3.published_at is not null
                                            and (
                                              _r3.school_id = any ($10::uuid[])
                                              or (
                                                _r3.school_id is null
                                                and _r3.district_id = any ($11::uuid[])
                                              )
                                            )
                                          )
                                          or (
                                            _r3.school_id = any ($6::uuid[])
                                            and (
                                              _r3.published_at is not null
                                              or _r3.organiser_id = $5::uuid
                                            )
                                          )
                                        )
                                      )
                                  ),
                                  'null'
                                ) || ',' || coalesce(
                                  (
                                    select
                                      '[' || string_agg(
                                        '["' || _l4."id"::text || '",' || _l4."capacity"::text || ',' || _l4."places_taken"::text || ',' || _l4."approval_required"::text || ',' || right(
                                          json_build_array(
                                            _l4."name",
                                            (false),
                                            (
                                              select
                                                json_build_array(
                                                  _l3._v0,
                                                  _l4.capacity,
                                                  _l4.places_taken + case
                                                    when _l4.approval_required
                                                    and exists (
                                                      select 1
                                                      from waitlist_entry wle
                                                      where
                                                        wle.role_id = _l4.id
                                                        and wle.status = 'WAITING'
                                                    ) then (
                                                      select count(*)
                                                      from signup sgn
                                                      where
                                                        sgn.role_id = _l4.id
                                                        and sgn.status = 'PENDING'
                                                    )
                                                    else 0
                                                  end,
                                                  (
                                                    _l4.qualification is null
                                                    or exists (
                                                      select 1
                                                      from volunteer_qualification qual
                                                      where
                                                        qual.person_id = $12::uuid
                                                        and qual.name = _l4.qualification
                                                        and qual.district_id = _l3.district_id
                                                        and qual.revoked_at is null
                                                        and $13::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
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
                                        select _l4.*
                                        from shift_role _l4
                                        where
                                          (
                                            _l4."shift_id" = _l3.id
                                            and true
                                          )
                                        order by
                                          _l4."ordinal" asc,
                                          _l4."id" asc
                                        limit $14::int
                                      ) _l4
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l3."id"::text || '","' || _l3."status"::text || '","' || _l3."starts_at"::text || '","' || _l3."ends_at"::text || '","' || _l3."signup_opens_at"::text || '","' || _l3."signup_closes_at"::text || '",' || right(json_build_array(_l3."place")::text, -1)
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select
                                  _l3.*,
                                  (
                                    select
                                      json_build_array(
                                        _l3.status = 'SCHEDULED',
                                        _l3.signup_opens_at,
                                        case
                                          when act.kind = 'PARENT_LECTURE'
                                          and exists (
                                            select 1
                                            from parent_lecture plc
                                            where plc.shift_id = _l3.id
                                          ) then _l3.published_at
                                          else _l3.signup_closes_at
                                        end,
                                        _l3.starts_at,
                                        exists (
                                          select 1
                                          from signup sgn
                                          where
                                            sgn.person_id = $12::uuid
                                            and sgn.shift_id = _l3.id
                                            and sgn.status in ('PENDING', 'CONFIRMED')
                                        ),
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($15::text[])
                                        ),
                                        (
                                          select max(sus.ends_at)
                                          from volunteer_suspension sus
                                          where
                                            sus.person_id = $12::uuid
                                            and sus.district_id = _l3.district_id
                                            and (
                                              sus.school_id is null
                                              or sus.school_id = _l3.school_id
                                            )
                                            and sus.lifted_at is null
                                            and sus.starts_at <= $16::timestamptz
                                        ),
                                        coalesce(
                                          tstzrange (_l3.starts_at, _l3.ends_at) && (
                                            select range_agg(eng.during)
                                            from engagement eng
                                            where
                                              eng.subject = $12::uuid
                                              and eng.status = 'ACTIVE'
                                          ),
                                          false
                                        )
                                      )
                                    from volunteer_activity act
                                    where act.id = _l3.activity_id
                                  ) as _v0
                                from
                                  (
                                    select _l3.*
                                    from shift _l3
                                    where
                                      (
                                        (
                                          _l3.school_id = _r2.school_id
                                          or (
                                            _l3.school_id is null
                                            and _l3.district_id = (
                                              select sch.district_id
                                              from school sch
                                              where sch.id = _r2.school_id
                                            )
                                          )
                                        )
                                        and (
                                          select act.audience_id
                                          from volunteer_activity act
                                          where act.id = _l3.activity_id
                                        ) = any (
                                          array(
                                            select tgt.audience_id
                                            from
                                              school sch
                                              join grade grd on grd.id = _r2.grade_id
                                              join audience_target tgt on tgt.key = any (
                                                array[
                                                  'class:' || _r2.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              )
                                            where sch.id = _r2.school_id
                                          )
                                        )
                                        and (
                                          (
                                            _l3.published_at is not null
                                            and (
                                              _l3.school_id = any ($10::uuid[])
                                              or (
                                                _l3.school_id is null
                                                and _l3.district_id = any ($11::uuid[])
                                              )
                                            )
                                          )
                                          or (
                                            _l3.school_id = any ($6::uuid[])
                                            and (
                                              _l3.published_at is not null
                                              or (
                                                select act.organiser_id = $5::uuid
                                                from volunteer_activity act
                                                where act.id = _l3.activity_id
                                              )
                                            )
                                          )
                                        )
                                        and (
                                          _l3."starts_at" >= $17
                                          and _l3."status" = $18
                                        )
                                      )
                                    order by
                                      _l3."starts_at" asc,
                                      _l3."id" asc
                                    limit $19::int
                                  ) _l3
                                offset
                                  0
                              ) _l3
                          ),
                          'null'
                        ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                      from school_class _r2
                      where
                        (
                          _r2.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l0.id
                              and m.status = 'ACTIVE'
                              and $13::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r2.school_id = any ($10::uuid[])
                            or _r2.id = any ($20::uuid[])
                            or _r2.school_id = any ($6::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from
                    guardianship _link
                    join student _l0 on _l0.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $13::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $13::date
                        )
                      )
                      and (
                        _l0.id = any ($3::uuid[])
                        or exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l0.id
                            and m.school_class_id = any ($4::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                      and true
                    )
                  order by
                    _l0."name_key" asc,
                    _l0."id" asc
                  limit $21::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l5."id"::text || '","' || _l5."kind"::text || '","' || _l5."starts_at"::text || '","' || _l5."ends_at"::text || '",' || right(json_build_array(_l5."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l5.*
                  from engagement _l5
                  where
                    (
                      _l5.person_id = _r0.person_id
                      and (
                        (
                          _l5.person_id = $12::uuid
                          and (
                            _l5.rests_on is null
                            or _l5.rests_on && $22::text[]
                          )
                        )
                        or _l5.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($6::uuid[])
                        )
                      )
                      and _l5.status = 'ACTIVE'
                      and _l5."starts_at" >= $23
                    )
                  order by
                    _l5."starts_at" asc,
                    _l5."id" asc
                  limit $24::int
                ) _l5
            ),
            case
              when (_r0.id = $25::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l6."id"::text || '",' || coalesce('"' || _l6."published_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      _l6."title",
                      (
                        select ceil(sum(lsn.duration_seconds) / 60.0)::int
                        from
                          course_edition pub
                          join lesson lsn on lsn.edition_id = pub.id
                        where
                          pub.course_id = _l6.id
                          and pub.status = 'PUBLISHED'
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l6.*
                  from course _l6
                  where
                    (
                      _l6.audience_id in (
                        select tgt.audience_id
                        from
                          guardianship gsh
                          join class_membership mbs on mbs.student_id = gsh.student_id
                          and mbs.status = 'ACTIVE'
                          join school_class cls on cls.id = mbs.school_class_id
                          join school_year yr on yr.id = cls.school_year_id
                          and $13::date between yr.starts_on and yr.ends_on
                          join school sch on sch.id = cls.school_id
                          join grade grd on grd.id = cls.grade_id
                          join audience_target tgt on tgt.key = any (
                            array[
                              'class:' || cls.id,
                              'school:' || sch.id,
                              'school:' || sch.id || ':grade:' || grd.id,
                              'school:' || sch.id || ':stage:' || grd.stage,
                              'district:' || sch.district_id,
                              'district:' || sch.district_id || ':grade:' || grd.id,
                              'district:' || sch.district_id || ':stage:' || grd.stage
                            ]
                          )
                        where
                          gsh.guardian_id = _r0.id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= $13::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= $13::date
                          )
                          and (
                            gsh.student_id = any ($3::uuid[])
                            or cls.id = any ($4::uuid[])
                          )
                      )
                      and (
                        (
                          _l6.created_by_id = $5::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $5::uuid
                              and own.ended_at is null
                              and own.valid_from <= $13::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $13::date
                              )
                              and (
                                own.school_id = _l6.school_id
                                or (
                                  _l6.school_id is null
                                  and coalesce(_l6.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or (
                          (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l6.id
                              and pub.status = 'PUBLISHED'
                          )
                          and (
                            _l6.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = _l6.audience_id
                                and t.key = any ($15::text[])
                            )
                            or _l6.school_id = any ($6::uuid[])
                            or (
                              _l6.school_id is null
                              and (
                                _l6.district_id is null
                                or _l6.district_id = any ($26::uuid[])
                              )
                            )
                          )
                        )
                      )
                      and (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l6.id
                          and pub.status = 'PUBLISHED'
                      )
                      and true
                    )
                  order by
                    _l6."listed_at" desc,
                    _l6."id" desc
                  limit $27::int
                ) _l6
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone)
                  from person p
                  where p.id = _r0.person_id
                ),
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($28::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($4::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $29::uuid
            and (
              _r0.id = $25::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($2::uuid[])
                    and hst.student_id = any ($3::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $13::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $13::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($4::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
